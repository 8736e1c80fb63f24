internal import Glibc
internal import RaceSystem

/// What has become of a file since it was read.
public enum LogChange: Hashable, Sendable {
  /// So many bytes were added.
  case grown(Int)
  /// It is shorter than what was read of it.
  case truncated
  /// Other bytes stand where it was read.
  case rewritten
  /// Another file has its name now; more may still be added to the one that was read.
  case replaced
}

extension LogFile {
  /// What has become of the file; nil when nothing has, and for a stream.
  ///
  /// - Parameter bytes: how many bytes of it were read.
  public func change(since bytes: Int) -> LogChange? {
    guard size != nil, let now = kind else { return nil }
    let count = now.size
    if count != bytes { return count > bytes ? .grown(count - bytes) : .truncated }
    guard name != "-", let named = FileKind.of(name) else { return nil }
    return named.identity == now.identity ? nil : .replaced
  }
}
