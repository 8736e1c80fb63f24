import Foundation
import Testing

@testable import RaceText

/// Shapes of symbols in all languages, and their shortened forms: `shapes.txt`.
@Suite struct `Shapes of names` {
  private static var shapes: [NameShape] { get throws { try NameShape.all } }

  @Test(arguments: try shapes)
  func `are shortened as listed`(_ shape: NameShape) {
    for (width, expected) in shape.shown {
      let shown = FrameWords.fitted(FrameWords.short(shape.name), width, "…")
      #expect(shown == expected, "\(shape.name) in \(width)")
      #expect(Fitting.columns(shown) <= width)
    }
  }

  @Test(arguments: try shapes)
  func `keep the name that people use for the function`(_ shape: NameShape) {
    // Where its own name is wider, only its beginning and end remain.
    for (width, shown) in shape.shown where width > shape.called.count + 2 {
      #expect(shown.contains(shape.called), "\(shape.name) in \(width)")
    }
  }

  @Test func `are many, in each language`() throws {
    let shapes = try Self.shapes
    #expect(shapes.count >= 200)
    #expect(Set(shapes.map(\.name)).count == shapes.count)
  }
}

/// A symbol, what people call it, and its shortened form at some widths.
struct NameShape: CustomTestStringConvertible, Sendable {
  var name: String
  var called: String
  var shown: [(width: Int, text: String)]
  var testDescription: String { name }

  /// All shapes of `shapes.txt`: a name, what people call it, then a line for each width. A width without a line shows
  /// the same as the next narrower one.
  static var all: [NameShape] {
    get throws {
      let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "shapes.txt")
      var shapes: [NameShape] = []
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      where !line.hasPrefix("#") {
        if line.hasPrefix("    = ") {
          shapes[shapes.count - 1].called = String(line.dropFirst(6))
        } else if line.hasPrefix("    "), let width = Int(line.dropFirst(4).prefix(2)) {
          shapes[shapes.count - 1].shown.append((width, String(line.dropFirst(7))))
        } else {
          shapes.append(NameShape(name: String(line), called: "", shown: []))
        }
      }
      return shapes
    }
  }
}
