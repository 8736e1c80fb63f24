internal import Glibc
internal import RaceSystem

/// Why a source file cannot be shown, worded for a person.
package enum SourceFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// It is a folder, a device, a pipe or a socket.
  case notRegular(String)
  /// It has more bytes than a person reads.
  case tooLarge(String, bytes: Int)
  /// The system's word for what is wrong.
  case system(String, cause: String)

  init(_ path: String, errno code: Int32) { self = .system(path, cause: "\(SystemError(code))") }

  /// One line.
  package var description: String {
    switch self {
    case .notRegular(let path): "\(path): is not a text file"
    case .tooLarge(let path, let bytes): "\(path): is too large to show (\(bytes) bytes)"
    case .system(let path, let cause): "\(path): \(cause)"
    }
  }
}
