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
package struct LogCheckpoint: Sendable {
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
  package func checkpoint(at bytes: Int) -> LogCheckpoint {
    LogCheckpoint(bytes: bytes, hash: hash(upTo: bytes), modified: status?.modified)
  }

  /// The change to the file; nil if unchanged, while no file has its name, and for a stream.
  ///
  /// - Parameter checkpoint: its state where reading ended.
  package func change(since checkpoint: LogCheckpoint) -> LogChange? {
    guard size != nil else { return nil }
    guard let now = status else { return FileStatus.of(name) == nil ? nil : .replaced }
    if now.size < checkpoint.bytes { return .truncated }
    let isWritten =
      now.size > checkpoint.bytes || now.modified.tv_sec != checkpoint.modified?.tv_sec
      || now.modified.tv_nsec != checkpoint.modified?.tv_nsec
    if isWritten, hash(upTo: checkpoint.bytes) != checkpoint.hash { return .rewritten }
    if now.size > checkpoint.bytes { return .grown(now.size - checkpoint.bytes) }
    guard name != "-", let named = FileStatus.of(name) else { return nil }
    return named.identity == now.identity ? nil : .replaced
  }

  /// A hash of the first and the last bytes before a place.
  private func hash(upTo end: Int) -> UInt64 {
    let head = bytes(0..<min(end, LogCheckpoint.reach))
    let tail = bytes(max(head.count, end - LogCheckpoint.reach)..<max(head.count, end))
    // FNV-1a: only this program compares the hashes.
    return (head + tail).reduce(0xCBF2_9CE4_8422_2325) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
  }
}
