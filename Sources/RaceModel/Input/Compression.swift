internal import Glibc

/// The ways in which logs are compressed, told by their first bytes, not by their names.
enum Compression: String, Sendable, CaseIterable {
  case gzip
  case zstd
  case xz
  case bzip2

  /// The bytes that such a file begins with.
  private var mark: [UInt8] {
    switch self {
    case .gzip: [0x1F, 0x8B]
    case .zstd: [0x28, 0xB5, 0x2F, 0xFD]
    case .xz: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]
    case .bzip2: Array("BZh".utf8)
    }
  }

  /// The way in which bytes that begin like this are compressed; nil for a plain log.
  static func of(_ bytes: [UInt8]) -> Compression? { allCases.first { bytes.starts(with: $0.mark) } }

  /// The way in which a file is compressed.
  static func of(_ descriptor: Int32) -> Compression? {
    var bytes = [UInt8](repeating: 0, count: 8)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    return of(Array(bytes.prefix(max(0, count))))
  }
}

/// The installed program that unpacks a file, while it does.
struct Decompressor: Sendable {
  private let child: ChildProgram
  private let program: String

  /// Where its output can be read.
  var output: Int32 { child.output }

  /// Starts the program on an open file. The file's name is no argument of it.
  static func start(_ compression: Compression, input: Int32, name: String) throws(InputError) -> Decompressor
  {
    let program = compression.rawValue
    _ = lseek(input, 0, SEEK_SET)
    do throws(ChildProgram.StartError) {
      return Decompressor(child: try .start(program, ["-dc"], input: input), program: program)
    } catch {
      let code = if case .system(let code) = error { code } else { ENOENT }
      throw InputError(name: name, cause: .notUnpacked(program: program, errno: code))
    }
  }

  /// Waits for the program, whose output was read to its end.
  ///
  /// - Returns: what went wrong; nil when nothing did.
  func finish() -> InputError.Cause? {
    guard let status = child.finish(), status != 0 else { return nil }
    return .damaged(program: program)
  }

  /// Gives up what has not been read.
  func stop() { child.stop() }
}
