internal import Glibc
internal import RaceSystem

/// Compression formats of logs, recognized by their first bytes, not by their names.
enum Compression: String, Sendable, CaseIterable {
  case gzip
  case zstd
  case xz
  case bzip2

  /// The first bytes of such a file.
  private var mark: [UInt8] {
    switch self {
    case .gzip: [0x1F, 0x8B]
    case .zstd: [0x28, 0xB5, 0x2F, 0xFD]
    case .xz: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]
    case .bzip2: Array("BZh".utf8)
    }
  }

  /// The memory limit of its program in MiB; nil if it needs little for any file.
  var memoryLimit: Int? {
    switch self {
    case .gzip, .bzip2: nil
    // zstd's default.
    case .zstd: 128
    case .xz: 512
    }
  }

  /// The command that unpacks standard input.
  fileprivate var arguments: [String] {
    guard self == .xz, let memoryLimit else { return ["-dc"] }
    return ["-dc", "--memlimit-decompress=\(memoryLimit)MiB"]
  }

  /// The compression of a log with these first bytes; nil for a plain log.
  static func of(_ bytes: [UInt8]) -> Compression? { allCases.first { bytes.starts(with: $0.mark) } }
}

/// A running program that unpacks a file.
struct Decompressor: Sendable {
  private let child: ChildProgram
  private let program: String

  /// Where its output can be read.
  var output: FileDescriptor { child.output }

  /// Starts the program on an open file. The file's name is not an argument.
  static func start(
    _ compression: Compression, input: FileDescriptor, name: String
  ) throws(InputError) -> Decompressor {
    let program = compression.rawValue
    input.rewind()
    do throws(SystemError) {
      return Decompressor(child: try .start(program, compression.arguments, input: input), program: program)
    } catch {
      throw InputError(name: name, cause: .notUnpacked(program: program, errno: error.code))
    }
  }

  /// Waits for the program, whose output was read to its end.
  ///
  /// - Returns: what went wrong; nil for success.
  func finish() -> InputError.Cause? {
    guard let status = child.finish(), status != 0 else { return nil }
    return .damaged(program: program)
  }

  /// Drops unread output.
  func stop() { child.stop() }
}
