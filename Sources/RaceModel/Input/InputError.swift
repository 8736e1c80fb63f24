internal import Glibc
internal import RaceSystem

/// Why an input cannot be read, worded for the person who named it.
public struct InputError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong with an input.
  public enum Cause: Hashable, Sendable {
    /// The system refused, with this error number.
    case system(errno: Int32)
    /// A folder was named where only a log will do.
    case isFolder
    /// A folder has no log in it.
    case noLogs
    /// A folder is nested too deep to be searched for logs.
    case tooDeep
    /// It was closed temporarily, and another file has its name now.
    case replaced
    /// A stream is compressed; the program would unpack it.
    case compressedStream(program: String)
    /// The program that would unpack it cannot be started.
    case notUnpacked(program: String, errno: Int32)
    /// The program could not unpack all of it.
    case damaged(program: String)
    /// Not all of it could be copied, so that some reports cannot be shown.
    case notCopied(CopyEnd)
    /// No file for a copy of it can be created in a folder.
    case noCopy(folder: String, errno: Int32)
  }

  /// The input as the user named it.
  public let name: String
  /// What is wrong.
  public let cause: Cause

  /// An input and what is wrong with it.
  public init(name: String, cause: Cause) {
    self.name = name
    self.cause = cause
  }

  /// An input and the system's error number for what is wrong with it.
  init(name: String, errno code: Int32) { self.init(name: name, cause: .system(errno: code)) }

  /// An input and why the system refused it.
  init(name: String, _ error: SystemError) {
    self.init(name: name, cause: error.code == ESTALE ? .replaced : .system(errno: error.code))
  }

  /// One line for standard error.
  public var description: String { "\(LogFile.title(name)): \(cause)" }
}

extension InputError.Cause: CustomStringConvertible {
  /// The system's error number; nil if the system refused nothing.
  public var errno: Int32? {
    switch self {
    case .system(let code), .notUnpacked(_, let code), .noCopy(_, let code): code
    case .isFolder, .noLogs, .tooDeep, .replaced, .compressedStream, .damaged, .notCopied: nil
    }
  }

  /// The part of a line after the input's name.
  public var description: String {
    switch self {
    case .system(let code): Self.words(code)
    case .isFolder: "is a directory"
    case .noLogs: "is a folder without logs"
    case .tooDeep: "is more than \(LogPaths.deepest) folders deep and was skipped"
    case .replaced: "was replaced by another file"
    case .compressedStream(let program): "is compressed; pipe it through `\(program) -dc` first"
    case .notUnpacked(let program, ENOENT):
      "is compressed with \(program), but \(program) is not installed"
    case .notUnpacked(let program, let code): "cannot be unpacked with \(program): \(Self.words(code))"
    case .damaged(let program):
      "is damaged\(Self.need(program)): \(program) could not unpack all of it"
    case .notCopied(let end): "\(end)"
    case .noCopy(let folder, let code): "cannot be copied to \(folder): \(Self.words(code))"
    }
  }

  private static func need(_ program: String) -> String {
    Compression(rawValue: program)?.memoryLimit.map { ", or needs over \($0) MiB of memory" } ?? ""
  }

  private static func words(_ code: Int32) -> String { "\(SystemError(code))" }
}
