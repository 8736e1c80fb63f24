internal import Glibc
internal import RaceModel
internal import RaceSystem
internal import RaceView

/// Saves text that the terminal's clipboard rejects to a file, and names it to the user.
enum CopiedFile {
  /// Saves text to a new file that nobody else can read.
  ///
  /// - Returns: the message about it.
  static func message(_ text: ClipboardText, _ what: String) -> Message {
    let start = Environment.temporaryFolder + "/racetui-copy-"
    do throws(SystemError) {
      let saved = try TemporaryFile(named: start)
      do throws(SystemError) {
        try Array(text.text.utf8).withUnsafeBufferPointer { (bytes) throws(SystemError) in
          try saved.file.write(UnsafeRawBufferPointer(bytes), at: 0)
        }
      } catch {
        saved.remove()
        throw error
      }
      return Message("too long for the clipboard: saved \(what) to \(saved.path)")
    } catch {
      return Message("\(what) cannot be saved: \(error)", isWarning: true)
    }
  }
}
