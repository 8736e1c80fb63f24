import RaceText
import Testing

@Suite struct `Lines of plain text` {
  @Test func `have their pieces at their columns, and no blank at the end`() {
    var line = TextLine()
    line.put("a  ", x: 0)
    #expect(line.text == "a")
    line.put("b", x: 100)
    #expect(line.text == "a" + String(repeating: " ", count: 99) + "b")
    line.put("   ", x: 120)
    #expect(line.text.hasSuffix("b"))
  }

  @Test func `count wide characters as two columns`() {
    var line = TextLine()
    line.put("作者 ", x: 0)
    line.put("x", x: 6)
    #expect(line.text == "作者  x")
  }

  @Test func `end a piece at its limit`() {
    var line = TextLine()
    line.put("abcdef", x: 0, limit: 3)
    line.put("g", x: 3)
    #expect(line.text == "abcg")
  }
}
