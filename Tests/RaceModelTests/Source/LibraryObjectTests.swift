import Testing

@testable import RaceModel

/// Objects of Go's standard library that two lines use, worked out by hand from the lines.
@Suite struct `The name of a library's object` {
  /// The method that each line calls, both lines, and the expected name.
  @Test(
    arguments: [
      ("bytes.(*Buffer).Reset", "buf.Reset()", "bytes.(*Buffer).WriteString", "buf.WriteString(s)", "buf"),
      ("bytes.(*Buffer).Reset", "p.out.Reset()", "bytes.(*Buffer).String", "return p.out.String()", "p.out"),
      // A function of the library is given the object.
      ("bytes.(*Buffer).Reset", "b.Reset()", "bytes.(*Buffer).Write;fmt.Fprintf", "fmt.Fprintf(b, s)", "b"),
      ("bytes.(*Buffer).Reset", "b.Reset()", "bytes.(*Buffer).Write;fmt.Fprintf", "fmt.Fprintf(w, s)", nil),
      // Another name, another type, no name, two calls.
      ("bytes.(*Buffer).Reset", "a.Reset()", "bytes.(*Buffer).String", "b.String()", nil),
      ("bytes.(*Buffer).Reset", "b.Reset()", "strings.(*Builder).String", "b.String()", nil),
      ("bytes.(*Buffer).Reset", "get().Reset()", "bytes.(*Buffer).String", "b.String()", nil),
      ("bytes.(*Buffer).Reset", "a.Reset(); b.Reset()", "bytes.(*Buffer).Len", "a.Len()", "a"),
      (
        "bytes.(*Buffer).Write;fmt.Fprintf", "fmt.Fprintf(b, s)", "bytes.(*Buffer).Write;fmt.Fprintf",
        "fmt.Fprintf(b, s)", nil
      ),
    ] as [(String, String, String, String, String?)])
  func `is that which both lines have`(
    _ first: String, _ line: String, _ second: String, _ other: String, _ name: String?
  ) throws {
    let folder = try SourceFolder([
      "app.go": "package app\n\nfunc fill() {\n\t\(line)\n}\n\nfunc look() {\n\t\(other)\n}\n"
    ])
    func stack(_ functions: String, _ own: String) -> String {
      functions.split(separator: ";").map { "\($0) /usr/local/go/src/bytes/buffer.go:\($0.utf8.count);" }
        .joined() + own
    }
    let text = CauseExamples.go(
      at: "0x00c00001a0f0", write: stack(first, "app.fill app.go:4"), read: stack(second, "app.look app.go:8")
    )
    let log = try ReadLog(
      text.replacing("/src/app/app.go", with: folder.path + "/app.go").replacing("/src/app/", with: ""))
    let detail = try #require(log.entries.first.flatMap { log.detailed($0) })
    let witness = SourceWitness(SourceFinder(directory: folder.path))
    #expect(witness.testimony(of: detail, logModified: nil).written?.name == name)
  }
}
