internal import Glibc
internal import RaceSystem

/// When a file was last changed.
package struct FileTime: Hashable, Comparable, Sendable {
  /// Seconds since the beginning of 1970, UTC.
  package let seconds: Int
  /// Nanoseconds into that second.
  package let nanoseconds: Int

  /// A time.
  package init(seconds: Int, nanoseconds: Int = 0) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  init(_ time: timespec) { self.init(seconds: time.tv_sec, nanoseconds: time.tv_nsec) }

  /// When the file at `path` was last changed; nil when there is no file.
  package static func modified(_ path: String) -> FileTime? {
    FileStatus.of(path).map { FileTime($0.modified) }
  }

  /// Whether a file that was changed now may have been edited after one that was changed then. What is
  /// written within two seconds, in any order, was written by one checkout or one copy.
  func isEdited(after other: FileTime) -> Bool {
    self > FileTime(seconds: other.seconds &+ 2, nanoseconds: other.nanoseconds)
  }

  /// Earlier before later.
  package static func < (left: FileTime, right: FileTime) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }
}
