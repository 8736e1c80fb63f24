internal import RaceSystem

/// Where the copy of a stream or of an unpacked log ends before the log does. The rest is read, but cannot be
/// read again.
public struct CopyEnd: Hashable, Sendable, CustomStringConvertible {
  /// Why it ends.
  public enum Cause: Hashable, Sendable {
    /// The file for it cannot grow further.
    case noRoom(errno: Int32)
    /// The log unpacks to more than this many times its size.
    case ratio(Int)
  }

  /// How many bytes were copied.
  public let bytes: Int
  /// Why the copy ends there.
  public let cause: Cause

  /// How many times as large as the file an unpacked log may be, unless it is small.
  static let largestRatio = 100
  /// Bytes of an unpacked log to copy at any ratio.
  static let smallestLimit = 256 << 20

  /// The part of a line after the log's name.
  public var description: String {
    let mebibytes = "\(bytes >> 20).\((bytes & 0xF_FFFF) * 10 / (1 << 20))"
    let end = "was read, but nothing after its first \(mebibytes) MiB can be shown: "
    switch cause {
    case .noRoom(let code): return end + "no room for a copy: \(SystemError(code))"
    case .ratio(let ratio): return end + "it unpacks to over \(ratio) times its size"
    }
  }
}
