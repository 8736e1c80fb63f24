import Testing

@testable import RaceModel

@Suite struct `Telling comments, strings, words and numbers apart` {
  /// The lines with spans written as `«k:func»`, and `!` after the last if the text ends inside a string or a comment.
  private func marked(_ text: String, _ language: SourceLanguage) -> String {
    let coloring = SyntaxColoring(language)
    var state = LexerState.code
    var result: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let (spans, end) = coloring.spans(String(line), from: state)
      state = end
      let bytes = Array(line.utf8)
      var marked = ""
      var place = 0
      for span in spans {
        let mark =
          switch span.kind {
          case .comment: "c"
          case .string: "s"
          case .keyword: "k"
          case .number: "n"
          }
        marked += String(decoding: bytes[place..<span.range.lowerBound], as: UTF8.self)
        marked += "«\(mark):\(String(decoding: bytes[span.range], as: UTF8.self))»"
        place = span.range.upperBound
      }
      result.append(marked + String(decoding: bytes[place...], as: UTF8.self))
    }
    return result.joined(separator: "\n") + (state == .code ? "" : "!")
  }

  @Test(arguments: [
    (#"return x, "a\"b" // note"#, #"«k:return» x, «s:"a\"b"» «c:// note»"#),
    ("a := 'x' + '\\'' + 0x1F + 1e-3", "a := «s:'x'» + «s:'\\''» + «n:0x1F» + «n:1e-3»"),
    ("x /* a\nb */ y", "x «c:/* a»\n«c:b */» y"), ("/* /* */ x", "«c:/* /* */» x"),
    ("s := `a // \\\nfunc` + y", "s := «s:`a // \\»\n«s:func`» + y"),
    ("s := \"open\nx", "s := «s:\"open»\nx"),
    ("x := `", "x := «s:`»!"), ("für := range_1", "für := range_1"), ("m[1:2]", "m[«n:1»:«n:2»]"),
  ])
  func `in Go`(_ text: String, _ expected: String) { #expect(marked(text, .go) == expected) }

  @Test(arguments: [
    (#"int n = 1'000u; char c = '"'; // x \"#, #"«k:int» n = «n:1'000u»; «k:char» c = «s:'"'»; «c:// x \»!"#),
    ("// a \\\nb\nc", "«c:// a \\»\n«c:b»\nc"),
    (#"s = "a\"# + "\n" + #"b" + x;"#, #"s = «s:"a\»"# + "\n" + #"«s:b"» + x;"#),
    (#"u8R"x(a)" \)x" + L"w""#, #"«s:u8R"x(a)" \)x"» + «s:L"w"»"#), ("R\"(a\n)\" b", "«s:R\"(a»\n«s:)\"» b"),
    ("#include <a/b.h> // x", "«k:#include» «s:<a/b.h>» «c:// x»"),
    (#"#include "b.h""#, #"«k:#include» «s:"b.h"»"#),
    (#"@interface A @"s""#, #"«k:@interface» A «s:@"s"»"#), ("a /* b */ c /* d", "a «c:/* b */» c «c:/* d»!"),
  ])
  func `in C and its relatives`(_ text: String, _ expected: String) { #expect(marked(text, .c) == expected) }

  @Test(arguments: [
    (#"let s = "a\(f("b") + 1)c" + x"#, #"«k:let» s = «s:"a\(f("b") + 1)c"» + x"#),
    ("\"\"\"\nlet \"x\" \\\"\"\" y\n\"\"\" z", "«s:\"\"\"»\n«s:let \"x\" \\\"\"\" y»\n«s:\"\"\"» z"),
    (##"#"a\"# + #"\n"# b"##, ##"«s:#"a\"#» + «s:#"\n"#» b"##),
    ("/* /* x */ y */ z", "«c:/* /* x */ y */» z"),
    ("@MainActor var x: Int = 0b1_0; a.0.b", "«k:@MainActor» «k:var» x: Int = «n:0b1_0»; a.«n:0».b"),
    ("0..<10", "«n:0»..<«n:10»"),
  ])
  func `in Swift`(_ text: String, _ expected: String) { #expect(marked(text, .swift) == expected) }

  @Test(arguments: [
    (##"let s = r#"a"b\"# + br"x";"##, ##"«k:let» s = «s:r#"a"b\"#» + «s:br"x"»;"##),
    ("\"a\nb\" c", "«s:\"a»\n«s:b\"» c"),
    ("fn f<'a>(x: &'a str) -> char { 'a' }", "«k:fn» f<'a>(x: &'a str) -> char { «s:'a'» }"),
    ("b'x' '\\'' 'é' /* /* */ */ 1..2", "«s:b'x'» «s:'\\''» «s:'é'» «c:/* /* */ */» «n:1»..«n:2»"),
    ("r#\"a\nb\"# c", "«s:r#\"a»\n«s:b\"#» c"),
  ])
  func `in Rust`(_ text: String, _ expected: String) { #expect(marked(text, .rust) == expected) }

  @Test(arguments: [
    ("let x' = (* a (* b *) c *) 'c'", "«k:let» x' = «c:(* a (* b *) c *)» «s:'c'»"),
    ("{id|a\n|} |id} y", "«s:{id|a»\n«s:|} |id}» y"), ("type 'a t", "«k:type» 'a t"),
    ("{ r with x = 1 }", "{ r «k:with» x = «n:1» }"),
  ])
  func `in OCaml`(_ text: String, _ expected: String) { #expect(marked(text, .ocaml) == expected) }

  @Test(
    arguments: [
      ("a/b.go", .go), ("x.CC", .c), ("v.hpp", .c), ("m.mm", .c), ("a.swift", .swift), ("lib.rs", .rust),
      ("a.mli", .ocaml),
      ("README", nil), (".go", nil), ("a.txt", nil), (#"C:\x\y.c"#, .c),
    ] as [(String, SourceLanguage?)])
  func `the file name decides the language`(_ path: String, _ language: SourceLanguage?) {
    #expect(SourceLanguage(path: path) == language)
  }

  @Test func `knows the state at the start of each line of a file`() {
    let file = SourceFile(
      path: "a.go", modified: FileTime(seconds: 0), bytes: Array("a\n/* b\nc\n*/ d\ne".utf8))
    let states = SyntaxColoring(.go).states(of: file, through: 99)
    #expect(states == [.code, .code, .blockComment(depth: 1), .blockComment(depth: 1), .code])
    #expect(SyntaxColoring(.go).states(of: file, through: 3).count == 3)
  }

  @Test(arguments: SourceLanguage.allCases) func `loses no bytes and counts none twice, whatever the text`(
    language: SourceLanguage
  ) {
    let pieces = [
      "\"", "'", "`", "/*", "*/", "(*", "\\", "#", "r#\"", "R\"(", "é", "{|", "x", "1.", "'a", "@", "\\(",
      "\"\"\"",
    ]
    for first in pieces {
      for second in pieces {
        for third in pieces {
          let text = first + second + third
          var end = 0
          for span in SyntaxColoring(language).spans(text, from: .code).spans {
            #expect(span.range.lowerBound >= end && !span.range.isEmpty, "in \(text)")
            end = span.range.upperBound
          }
          #expect(end <= text.utf8.count, "in \(text)")
        }
      }
    }
  }
}
