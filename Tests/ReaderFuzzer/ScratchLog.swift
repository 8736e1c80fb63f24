import Glibc
import RaceModel

/// An input in a file without a name, to be opened as a log as often as is needed.
final class ScratchLog {
  private let descriptor: Int32

  /// Nil when there is no room for it.
  init?(_ bytes: [UInt8]) {
    var template = Array("/tmp/racetui-fuzz-XXXXXX\0".utf8.map { CChar(bitPattern: $0) })
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { return nil }
    unlink(template)
    guard add(bytes[...]) else { return nil }
  }

  /// Writes more bytes behind the others; false when there is no room for them.
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

  /// The log, opened anew.
  func open() throws(InputError) -> LogFile { try LogFile.open("/proc/self/fd/\(descriptor)") }
}
