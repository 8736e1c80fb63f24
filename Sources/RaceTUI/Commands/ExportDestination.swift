internal import ArgumentParser
internal import RaceSystem

/// Where an export goes.
enum ExportDestination {
  case standardOutput
  /// A file that appears only when complete: its name and its draft.
  case file(String, DraftFile)

  /// A file, or standard output if none is named; if it cannot be written, says so on standard error and ends
  /// the program.
  init(_ path: String?) throws {
    guard let path else {
      self = .standardOutput
      return
    }
    self = try Self.saying(path) { () throws(SystemError) in .file(path, try DraftFile(for: path)) }
  }

  /// Refuses to write over a log; says so on standard error, and ends the program.
  static func check(_ path: String, logs: [String]) throws {
    guard let own = FileStatus.of(path), own.isRegular,
      logs.contains(where: { FileStatus.of($0)?.identity == own.identity })
    else { return }
    StandardError.say("\(path): is one of the logs; --output would replace it")
    throw ExitCode.validationFailure
  }

  /// Writes the next part.
  func write(_ bytes: [UInt8]) throws {
    switch self {
    case .standardOutput: try StandardOutput.write(bytes)
    case .file(let path, let draft):
      try Self.saying(path) { () throws(SystemError) in try draft.append(bytes) }
    }
  }

  /// Finishes: a file takes its place.
  func close() throws {
    guard case .file(let path, let draft) = self else { return }
    try Self.saying(path) { () throws(SystemError) in try draft.save() }
  }

  private static func saying<Result>(_ path: String, _ act: () throws(SystemError) -> Result) throws -> Result
  {
    do throws(SystemError) {
      return try act()
    } catch {
      StandardError.say("\(path): \(error)")
      throw Status.outputFailed
    }
  }
}
