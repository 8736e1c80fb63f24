internal import Glibc
internal import RaceSystem

/// A change to a file since it was read.
package enum LogChange: Hashable, Sendable {
  /// The number of bytes added.
  case grown(Int)
  /// It is shorter than what was read of it.
  case truncated
  /// Other bytes are where it was read.
  case rewritten
  /// Another file has its name now; more may still be added to the one that was read.
  case replaced
}

/// The state of a file where reading ended, to check later whether the same bytes are still there.
package struct LogMark: Sendable {
  /// How many bytes were read.
  package let bytes: Int
  /// A hash of the first and the last of them.
  let hash: UInt64
  /// When the file was last written.
  let modified: timespec?

  /// How many bytes to hash at the beginning and at the end.
  static let reach = 4096
}

extension LogFile {
  /// The present state of a file, given how many bytes were read.
  package func mark(at bytes: Int) -> LogMark {
    LogMark(bytes: bytes, hash: hash(upTo: bytes), modified: kind?.modified)
  }

  /// The change to the file; nil if unchanged, while no file has its name, and for a stream.
  ///
  /// - Parameter mark: its state where reading ended.
  package func change(since mark: LogMark) -> LogChange? {
    guard size != nil else { return nil }
    guard let now = kind else { return FileKind.of(name) == nil ? nil : .replaced }
    if now.size < mark.bytes { return .truncated }
    let isWritten =
      now.size > mark.bytes || now.modified.tv_sec != mark.modified?.tv_sec
      || now.modified.tv_nsec != mark.modified?.tv_nsec
    if isWritten, hash(upTo: mark.bytes) != mark.hash { return .rewritten }
    if now.size > mark.bytes { return .grown(now.size - mark.bytes) }
    guard name != "-", let named = FileKind.of(name) else { return nil }
    return named.identity == now.identity ? nil : .replaced
  }

  /// A hash of the first and the last bytes before a place.
  private func hash(upTo end: Int) -> UInt64 {
    let head = bytes(0..<min(end, LogMark.reach))
    let tail = bytes(max(head.count, end - LogMark.reach)..<max(head.count, end))
    // FNV-1a: only this program compares the hashes.
    return (head + tail).reduce(0xCBF2_9CE4_8422_2325) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
  }
}
