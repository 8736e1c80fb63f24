import GrammarExamples
import Testing

@testable import RaceModel

@Suite struct `A report rewritten on its way` {
  /// A small report of a detector and its expected outline, without line numbers.
  struct Base: CustomTestStringConvertible, Sendable {
    let detector: String
    let log: String
    let outline: String
    var testDescription: String { detector }

    init(_ table: (some ExampleTable).Type) {
      detector = table.detector
      log = table.plain
      outline = Self.withoutSpans(table.plainOutline)
    }

    /// Whether a mail program that wraps this way leaves recognizable lines: a bar of dashes after a prefix, or a
    /// machine's name, is just as valid without its beginning.
    func isWrapped(by wrap: Rewriting) -> Bool {
      switch detector {
      case "helgrind", "drd": wrap.width >= 76 && !wrap.isStamped
      case "kcsan": wrap.width >= (wrap.isStamped ? 88 : 72)
      default: true
      }
    }

    static func withoutSpans(_ outline: String) -> String {
      outline.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.hasPrefix(" ") ? String(line) : String(line.drop { $0 != " " })
      }.joined(separator: "\n")
    }
  }

  static let bases = [
    Base(GoExamples.self), Base(TSanExamples.self), Base(HelgrindExamples.self), Base(DRDExamples.self),
    Base(KCSANExamples.self),
  ]

  @Test(arguments: bases)
  func `reads the same when it was wrapped`(_ base: Base) throws {
    for wrap in Rewriting.wraps where base.isWrapped(by: wrap) {
      let log = try ReadLog(wrap.rewrite(base.log))
      #expect(Base.withoutSpans(log.outline) == base.outline, "\(wrap.name)")
      #expect(log.contradictions == [], "\(wrap.name)")
    }
  }

  @Test(arguments: bases)
  func `reads the same in another encoding`(_ base: Base) throws {
    for encoding in Rewriting.encodings {
      let log = try ReadLog(encoding.rewrite(base.log))
      #expect(Base.withoutSpans(log.outline) == base.outline, "\(encoding.name)")
      #expect(log.contradictions == [], "\(encoding.name)")
    }
  }

  /// A function name whose end a mail program moved to the next line: it contains no blank.
  @Test func `restores a long name that mail encoding cut`() throws {
    let name = "example.com/shop/catalog.(*Pair[go.shape.string,go.shape.map[string][]int]).Get"
    let cut = name.prefix(73) + "=\n" + name.dropFirst(73)
    func outline(_ name: some StringProtocol) throws -> String {
      Base.withoutSpans(try ReadLog(GoExamples.plain.replacing("main.add", with: name)).outline)
    }
    #expect(try outline(cut) == outline(name))
    #expect(try outline(name).contains(name))
  }

  @Test(arguments: bases)
  func `reads the same in pieces of any size`(_ base: Base) throws {
    for rewriting in Rewriting.encodings + Rewriting.wraps.filter({ $0.name.contains("72") }) {
      let text = rewriting.rewrite(base.log)
      let whole = try ReadLog(text).outline
      for chunkSize in [1, 23] {
        #expect(
          try ReadLog(text, chunkSize: chunkSize).outline == whole, "\(rewriting.name), \(chunkSize) bytes")
      }
    }
  }
}
