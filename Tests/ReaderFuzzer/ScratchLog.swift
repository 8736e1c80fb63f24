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
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return nil }
      written += count
    }
  }

  deinit { close(descriptor) }

  /// The log, opened anew.
  func open() throws(InputError) -> LogFile { try LogFile.open("/proc/self/fd/\(descriptor)") }
}
