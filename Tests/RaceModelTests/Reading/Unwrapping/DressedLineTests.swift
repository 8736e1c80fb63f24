import Testing

@testable import RaceModel

/// Lines that somebody has dressed up by themselves.
@Suite struct DressedLineTests {
  private func text(_ line: String) -> String? {
    let bytes = Array(line.utf8)
    return DressedLine.text(bytes.span, 0..<bytes.count).map { bytes.span.string($0) }
  }

  @Test(arguments: [
    ("## Read at 0x1:", "Read at 0x1:"), ("###### Read at 0x1:", "Read at 0x1:"), ("--> Read", "Read"),
    ("=> Read", "Read"), ("  - #0 main", "#0 main"), ("* main.f()", "main.f()"), ("1. main.f()", "main.f()"),
    ("12) main.f()", "main.f()"), ("**Read at 0x1:**", "Read at 0x1:"),
    ("**Read at 0x1**:", "Read at 0x1"), ("__Read at 0x1:__", "Read at 0x1:"), ("*Read:*", "Read:"),
    ("    `#0 main m.c:1`", "#0 main m.c:1"), ("### **Read at 0x1:**", "Read at 0x1:"),
    ("- `main.f()`", "main.f()"),
  ])
  func `have a text`(_ line: String, _ expected: String) {
    #expect(text(line) == expected)
  }

  @Test(arguments: [
    "", "  ", "#0 main m.c:1", "####### Read", "#include", "main.f()", "==================", "==7== text",
    "```", "```go```", "**", "****", "_start", "__libc_start_main", "1 main.f()", "123. main.f()", "-", "- ",
    "-> ", "*main.T.f()", "> Read at 0x1:", "+-> reordered to: f+0x1/0x2", "0x1234",
  ])
  func `others are as they are`(_ line: String) {
    #expect(text(line) == nil)
  }

  @Test(arguments: [
    ("### ", true), ("# ", true), ("**", true), ("`", true), ("--> ", true), ("> ", false), ("- ", true),
    ("// ", false), ("==7== ", false), (" * ", false), ("####### ", false), ("", false), ("[12] ", false),
  ])
  func `a prefix may be the mark of one line`(_ prefix: String, _ isMark: Bool) {
    let bytes = Array(prefix.utf8)
    #expect(DressedLine.isMark(LinePrefix(bytes.span, 0..<bytes.count)) == isMark)
  }
}
