import RaceView
import Testing

/// Editing the line of a prompt.
@Suite struct TypedLineTests {
  private func edited(_ text: String, _ keys: Key...) -> (String, Int) {
    var line = TypedLine(text)
    for key in keys { _ = line.take(key) }
    return (line.text, line.cursor)
  }

  @Test func `keys move and delete as in a shell`() {
    #expect(edited("abc", .left, .left, .character("x")) == ("axbc", 2))
    #expect(edited("abc", .home, .delete) == ("bc", 0))
    #expect(edited("abc", .home, .backspace) == ("abc", 0))
    #expect(edited("abc", .left, .backspace) == ("ac", 1))
    #expect(edited("one two  ", .control("w")) == ("one ", 4))
    #expect(edited("one two", .left, .left, .control("k")) == ("one t", 5))
    #expect(edited("one two", .left, .left, .control("u")) == ("wo", 0))
    #expect(edited("abc", .control("a"), .right, .control("f"), .control("b"), .end, .right) == ("abc", 3))
  }

  @Test func `a combining mark joins the character before it`() {
    var line = TypedLine("e")
    line.insert("\u{301}")
    #expect(line.cursor == 1)
    _ = line.take(.backspace)
    #expect(line.text == "")
  }

  @Test func `takes no control characters, and no more than it can hold`() {
    var line = TypedLine()
    line.insert("a\u{1B}[31mb\n")
    #expect(line.text == "a[31mb")
    line.insert(String(repeating: "x", count: 5000))
    #expect(line.text.unicodeScalars.count == 1000 && line.cursor == 1000)
  }
}
