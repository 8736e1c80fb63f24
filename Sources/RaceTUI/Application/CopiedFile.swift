internal import Glibc
internal import RaceModel
internal import RaceView

/// Text that the terminal's clipboard does not take is saved to a file, which the user is told.
enum CopiedFile {
  /// Saves text to a new file that nobody else can read.
  ///
  /// - Returns: what is said of it.
  static func message(_ text: ClipboardText, _ what: String) -> Message {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    let name = (folder.hasPrefix("/") ? folder : "/tmp") + "/racetui-copy-XXXXXX"
    var template = Array(name.utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { return failure(what) }
    defer { close(descriptor) }
    let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    var rest = Array(text.text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let message = failure(what)
        unlink(path)
        return message
      }
      rest = rest.dropFirst(count)
    }
    return Message("the clipboard does not take it: saved \(what) to \(path)")
  }

  private static func failure(_ what: String) -> Message {
    Message("\(what) cannot be saved: \(String(cString: strerror(errno)))", isWarning: true)
  }
}
