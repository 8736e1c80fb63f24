import Glibc

/// How a program under test is started.
public struct LaunchOptions: Sendable {
  /// Where the program's standard input comes from.
  public enum Input: Sendable {
    /// The terminal, as for a program typed alone.
    case terminal
    /// A file, as with `<`.
    case file(String)
    /// A pipe whose other end the test holds (`TerminalSession.sendInput`).
    case pipe
  }

  /// What the terminal says when it is asked for its background.
  public enum Background: Sendable {
    /// The colour, as xterm has it: `rgb:ffff/ffff/ffff`.
    case color(String)
    /// Nothing: it knows the question for its type alone.
    case untold
    /// Nothing at all: what the test types is the answer.
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
  /// What to change in the environment, which is small and the same everywhere; nil takes out.
  public var environment: [String: String?]
  /// Where the standard input comes from.
  public var input: Input
  /// The background of the terminal.
  public var background = Background.untold
  /// The directory to start in, nil for the one of the tests.
  public var workingDirectory: String?

  /// Makes options; without arguments for a program typed alone in a terminal of 80x24.
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

  /// What a sanitizer is told reaches the program, too: see `scripts/sanitize`.
  private static let passedOn = ["TSAN_OPTIONS", "ASAN_OPTIONS"]

  /// The whole environment of the program: nothing else of the machine that runs the tests gets in.
  var variables: [String: String] {
    // A home that nobody can make, as anyone with enough rights can make /nonexistent.
    let usual: [String: String?] = [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/dev/null",
      "SHELL": "/bin/sh", "RACETUI_TRIAGE": "", "SWIFT_BACKTRACE": "enable=no",
    ]
    let passed = Self.passedOn.map { ($0, getenv($0).map { String(cString: $0) }) }
    return usual.merging(passed) { $1 }.merging(environment) { $1 }.compactMapValues { $0 }
  }
}
