import Glibc

/// How a program under test is started.
public struct LaunchOptions: Sendable {
  /// The source of the program's standard input.
  public enum Input: Sendable {
    /// The terminal, as for a program typed alone.
    case terminal
    /// A file, as with `<`.
    case file(String)
    /// A pipe whose other end the test holds (`TerminalSession.sendInput`).
    case pipe
  }

  /// The terminal's answer to the question for its background.
  public enum Background: Sendable {
    /// The colour, in xterm's form: `rgb:ffff/ffff/ffff`.
    case color(String)
    /// No answer: the terminal answers only the question for its type.
    case untold
    /// No answers at all: the test types them.
    case silent

    func answer(to question: String) -> String {
      switch (self, question) {
      case (.silent, _): ""
      case (_, "c"): "\u{1B}[?62;22c"
      case (.color(let color), "11;?"): "\u{1B}]11;\(color)\u{1B}\\"
      default: ""
      }
    }
  }

  /// The width of the terminal.
  public var columns: Int
  /// The height of the terminal.
  public var rows: Int
  /// Changes to the environment, which is small and the same everywhere; nil removes a variable.
  public var environment: [String: String?]
  /// The source of standard input.
  public var input: Input
  /// The background of the terminal.
  public var background = Background.untold
  /// The directory to start in; nil for the tests' own.
  public var workingDirectory: String?

  /// Makes options; by default for a program started alone in a terminal of 80x24.
  public init(
    columns: Int = 80, rows: Int = 24, environment: [String: String?] = [:], input: Input = .terminal,
    workingDirectory: String? = nil
  ) {
    self.columns = columns
    self.rows = rows
    self.environment = environment
    self.input = input
    self.workingDirectory = workingDirectory
  }

  /// Sanitizer options are passed on to the program: see `scripts/sanitize`.
  private static let passedOn = ["TSAN_OPTIONS", "ASAN_OPTIONS"]

  /// The program's whole environment: nothing else of the machine that runs the tests is included.
  var variables: [String: String] {
    // A home that nobody can create; a privileged user could create /nonexistent.
    let usual: [String: String?] = [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/dev/null",
      "SHELL": "/bin/sh", "RACETUI_TRIAGE": "", "SWIFT_BACKTRACE": "enable=no",
    ]
    let passed = Self.passedOn.map { ($0, getenv($0).map { String(cString: $0) }) }
    return usual.merging(passed) { $1 }.merging(environment) { $1 }.compactMapValues { $0 }
  }
}
