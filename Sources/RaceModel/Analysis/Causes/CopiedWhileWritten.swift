extension Cause.Kind {
  /// A value is copied as a whole while a part of it is written.
  package static let copiedValue = Cause.Kind("copied-while-written", "copied while it is written")
}

extension CauseRule {
  /// The source has the write of a field, and a line that copies the struct that the field is in.
  static let copiedValue = CauseRule(
    kind: .copiedValue,
    evidence: { facts in
      guard let copy = facts.testimony.copy else { return nil }
      return ["\(copy.copy) \(copy.means)", "\(copy.write) writes \(copy.name)"]
    },
    examples: [
      example("return *c", holds: true), example("use(*c)", holds: true),
      example("d := *c; use(d)", holds: true), example("use(c.Name())", holds: true),
      // The field alone, by a pointer; a method by a pointer; a pointer that is handed on.
      example("use(c.n)", holds: false), example("use(c.Count())", holds: false),
      example("use(c)", holds: false), example("use(2 * c.n)", holds: false),
      // What a pointer of another type leads to.
      example("use(*p)", holds: false),
      Example(log: report, holds: false),
    ])

  private static let report = CauseExamples.go(
    at: "0x00c00001a0f0", write: "main.(*Counter).Inc app.go:9", read: "main.look app.go:21")

  private static func example(_ read: String, holds: Bool) -> Example {
    let source = """
      package main

      type Counter struct {
      \tn    int
      \tname string
      }

      func (c *Counter) Inc() {
      \tc.n++
      }

      func (c Counter) Name() string {
      \treturn c.name
      }

      func (c *Counter) Count() int {
      \treturn c.n
      }

      func look(c *Counter, p *int) {
      \t\(read)
      }

      """
    let report = report.replacing(
      "app.go:21", with: "app.go:\(source.split(separator: "\n", omittingEmptySubsequences: false).count - 2)"
    )
    return Example(log: report, source: source, holds: holds)
  }
}
