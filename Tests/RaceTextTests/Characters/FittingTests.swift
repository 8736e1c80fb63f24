import RaceModel
import RaceText
import Testing

@Suite struct FittingTests {
  @Test(arguments: [
    ("short", 10, "short"), ("exactly10!", 10, "exactly10!"), ("a long function name", 9, "a lo…name"),
    ("abc", 1, "…"), ("abc", 0, ""), ("作者作者作者", 7, "作…作者"),
  ])
  func `shortens in the middle and never exceeds the width`(text: String, width: Int, expected: String) {
    let shown = Fitting.middle(text, width, "…")
    #expect(shown == expected)
    #expect(Fitting.columns(shown) <= width)
  }

  @Test func `wraps without losing a character`() {
    let text = "github.com/pingcap/tidb/owner.(*mockManager).SetOwnerOpValue()  owner/mock.go:111 +0x30"
    for width in 5...100 {
      let lines = Fitting.wrap(text, width)
      #expect(lines.joined() == text)
      #expect(lines.allSatisfy { Fitting.columns($0) <= width })
    }
  }

  @Test(arguments: [
    ("github.com/pingcap/tidb/owner.(*mockManager).Set", "owner.(*mockManager).Set"),
    ("main.main", "main.main"),
    ("example.com/a/b.Map[go.shape.string,example.com/c.T]", "b.Map[go.shape.string,example.com/c.T]"),
    ("net/http.(*conn).serve", "http.(*conn).serve"),
  ])
  func `leaves out the directories of a package and keeps type arguments`(function: String, expected: String)
  {
    #expect(FrameWords.short(function) == expected)
  }

  @Test(arguments: [
    ("main.(*T).Run", "main.(*T).Run()"), ("Bank::withdraw(long)", "Bank::withdraw(long)"),
    ("Bank::peek() const", "Bank::peek() const"), ("operator()", "operator()"),
    ("a.Map[func(int) (string, error)].set", "a.Map[func(int) (string, error)].set()"),
  ])
  func `shows a function as a call, only once`(function: String, expected: String) {
    var frame = Frame()
    frame.function = function
    #expect(FrameWords.whole(frame) == expected)
  }

  @Test func `keeps the line of a place however narrow the column`() {
    #expect(
      FrameWords.place(file: "util/wait_group_wrapper.go", line: 154, width: 16, .unicode)
        == "wait_…per.go:154")
    #expect(FrameWords.place(file: "C:/Users/me/x y/main.go", line: 7, width: 20, .unicode) == "main.go:7")
    #expect(FrameWords.place(file: nil, line: nil, width: 20, .unicode) == "?")
  }
}
