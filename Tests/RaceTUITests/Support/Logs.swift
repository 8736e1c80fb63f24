/// Logs made up by tests.
enum Logs {
  /// A report of the Go race detector whose first access is in `function` at `file`:`line`.
  static func report(
    function: String = "example.com/app.write", file: String, line: Int = 12, foreign: String = ""
  ) -> String {
    """
    ==================
    WARNING: DATA RACE
    Write at 0x00c000012345 by goroutine 7:
      \(function)()
          \(file):\(line) +0x44

    Previous read at 0x00c000012345 by goroutine 8:
      example.com/app.read()
          /nowhere/app/read.go:21 +0x44
    \(foreign)
    Goroutine 7 (running) created at:
      main.main()
          /nowhere/app/main.go:7 +0x44

    Goroutine 8 (running) created at:
      main.main()
          /nowhere/app/main.go:8 +0x44
    ==================

    """
  }
}
