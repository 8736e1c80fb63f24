import Glibc
import RaceView
import TerminalHarness
import Testing

@testable import RaceTerminal
@testable import TerminalProbe

/// The program that was built with the tests, beside them.
let programPath: String = {
  var buffer = [CChar](repeating: 0, count: 4096)
  let count = readlink("/proc/self/exe", &buffer, buffer.count)
  let path = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  return path.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/TerminalProbe"
}()

/// Starts the program and waits for its first frame.
func startProgram(
  _ arguments: [String] = [], _ options: LaunchOptions = LaunchOptions(rows: 12)
) throws -> TerminalSession {
  let session = try TerminalSession(programPath, arguments, options) { CharacterWidth.columns(of: $0) }
  try session.wait(for: "the first frame") { $0.hasFrame }
  return session
}

/// The text that the terminal has to show for a screen of the probe. Half of a wide character, which
/// something was drawn over, is the one thing a terminal shows in another way than a grid holds it.
func probeText(columns: Int, rows: Int, last: String) -> String {
  let text = Probe.screen(columns: columns, rows: rows, last: last).text
  return text.split(separator: "作|", omittingEmptySubsequences: false).joined(separator: "\u{FFFD}|")
}

extension TerminalSession {
  /// Whether the first frame, or the first after a stop, is complete: the program sets these modes
  /// when it is.
  var hasFrame: Bool { screen.modes.contains(2004) }

  /// Waits until the program says what its last event was.
  func wait(forEvent event: InputEvent) throws {
    try wait(forText: "event: \(event)")
  }

  /// Everything a program can change in a terminal is as the shell had it.
  func expectRestored(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(isCooked, "the line is cooked", sourceLocation: sourceLocation)
    #expect(!screen.isAlternate, "the shell's screen is back", sourceLocation: sourceLocation)
    #expect(screen.modes.contains(25), "the cursor is shown", sourceLocation: sourceLocation)
    #expect(!screen.reportsMouse, "the mouse is the terminal's", sourceLocation: sourceLocation)
    #expect(!screen.modes.contains(2004), "pastes are plain", sourceLocation: sourceLocation)
    #expect(!screen.modes.contains(1), "cursor keys are plain", sourceLocation: sourceLocation)
    #expect(screen.unknown == [], sourceLocation: sourceLocation)
  }
}

/// A directory that goes away with the value.
final class TemporaryDirectory {
  let path: String

  init() throws {
    var template = Array("/tmp/racetui-test-XXXXXX\0".utf8CString)
    guard mkdtemp(&template) != nil else { throw HarnessError.system("mkdtemp") }
    path = String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    guard let directory = opendir(path) else { return }
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      unlink("\(path)/\(name)")
    }
    closedir(directory)
    rmdir(path)
  }

  /// Writes a file that can be run.
  func write(_ text: String, to name: String) throws -> String {
    let file = "\(path)/\(name)"
    let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o755)
    guard descriptor >= 0 else { throw HarnessError.system("open") }
    defer { close(descriptor) }
    _ = text.withCString { Glibc.write(descriptor, $0, strlen($0)) }
    return file
  }

  /// The text of a file, empty when there is none.
  func read(_ name: String) -> String {
    guard let file = fopen("\(path)/\(name)", "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = getc(file), byte >= 0 { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
