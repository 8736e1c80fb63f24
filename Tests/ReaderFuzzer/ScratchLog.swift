import Glibc
import RaceModel

/// An input in an unnamed file, which can be opened as a log any number of times.
final class ScratchLog {
  private let descriptor: Int32

  /// Returns nil if there is no room.
  init?(_ bytes: [UInt8]) {
    var template = Array("/tmp/racetui-fuzz-XXXXXX\0".utf8.map { CChar(bitPattern: $0) })
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { return nil }
    unlink(template)
    guard add(bytes[...]) else { return nil }
  }

  /// Appends bytes; false if there is no room.
  func add(_ bytes: ArraySlice<UInt8>) -> Bool {
    var written = bytes.startIndex
    while written < bytes.endIndex {
      let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return false }
      written += count
    }
    return true
  }

  deinit { close(descriptor) }

  /// Opens the log again.
  func open() throws(InputError) -> LogFile { try LogFile.open("/proc/self/fd/\(descriptor)") }
}
