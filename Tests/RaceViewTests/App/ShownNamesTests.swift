import RaceModel
import RaceText
import RaceView
import RaceWork
import ScreenHarness
import Testing

/// `D`: mangled names, demangled by a stand-in.
@Suite struct ShownNamesTests {
  private static let write = "_ZN4pond4Duck5quackEi"
  private static let read = "_RNvC4pond6paddle"
  private static let inner = "$s4pond4DuckC5quackyyF"
  private static let answer = Demangling(names: [
    write: "pond::Duck::quack(int)", read: "pond::paddle", inner: "pond.Duck.quack() -> Swift.Int",
    "_ZN4pond5startEv": "pond::start()",
  ])

  private static func log(write: String = write, start: String = "_ZN4pond5startEv") -> String {
    """
    WARNING: ThreadSanitizer: data race (pid=7)
      Write of size 4 at 0x7b0400000010 by thread T2:
        #0 \(write) /src/pond/duck.cpp:20:3 (pond+0x20)
        #1 \(inner) /src/pond/duck.swift:8:3 (pond+0x30)
        #2 run /src/pond/main.cpp:4:1 (pond+0x50)

      Previous read of size 4 at 0x7b0400000010 by thread T1:
        #0 \(read) /src/lib.rs:9:3 (pond+0x60)
        #1 run /src/pond/main.cpp:4:1 (pond+0x50)

      Thread T2 (tid=9, running) created by main thread at:
        #0 pthread_create <null> (pond+0x1)
        #1 \(start) /src/pond/main.cpp:30:3 (pond+0x2)
        #2 main /src/pond/main.cpp:50:3 (pond+0x3)

      Thread T1 (tid=8, running) created by main thread at:
        #0 pthread_create <null> (pond+0x1)
        #1 \(start) /src/pond/main.cpp:28:3 (pond+0x2)
        #2 main /src/pond/main.cpp:50:3 (pond+0x3)

    SUMMARY: ThreadSanitizer: data race /src/pond/duck.cpp:20:3 in \(write)


    """
  }

  @Test func `the list asks for the names of its sites and shows the answer`() throws {
    var session = try Session(log: Self.log())
    let before = session.text
    session.press("D")
    #expect(session.effects.count == 1 && Set(asked(session)) == [Self.write, Self.read])
    #expect(footer(session).contains("demangling names"))
    session.answer(.demangled(Self.answer))
    #expect(session.lines.contains { $0.contains("W  pond::Duck::quack(int)") })
    #expect(session.lines.contains { $0.contains("R  pond::paddle ") })
    #expect(session.lines.contains { $0.contains("A pond::Duck::quack(int)  /src/pond/duck.cpp:20") })
    #expect(footer(session).contains("names are demangled; D shows them as printed"))
    session.press("D")
    #expect(footer(session).contains("names as printed"))
    session.press("gg")
    #expect(session.text == before)
  }

  @Test func `the pair and the fork show the names and ask for new ones`() throws {
    var session = try Session(log: Self.log())
    session.press("Enter", "D")
    #expect(Set(asked(session)) == [Self.write, Self.read, Self.inner, "_ZN4pond5startEv"])
    session.answer(.demangled(Self.answer))
    for row in ["▸  pond::Duck::quack(int) ", "   pond.Duck.quack() -> Swift.Int ", "Y pond::start() "] {
      #expect(session.lines.contains { $0.contains(row) }, "\(row)")
    }
    #expect(session.lines.contains { $0.contains("pond::Duck::quack(int)  /src/pond/duck.cpp:20") })
    session.press("j")
    // No parentheses are added for the call.
    #expect(session.lines.contains { $0.hasPrefix(" pond.Duck.quack() -> Swift.Int  /src") })
    session.press("f")
    #expect(session.lines.contains { $0.contains("fork     pond::start(), line 30 leads to A") })
    #expect(session.lines.contains { $0.contains("│  pond::paddle ") })
    session.press("D")
    #expect(session.lines.contains { $0.contains("fork     _ZN4pond5startEv, line 30 leads to A") })
    #expect(session.lines.contains { $0.contains("│  \(Self.read) ") })
  }

  @Test func `stepping to a race asks for its names, with or without code`() throws {
    var session = try Session(
      log: Self.log() + Self.log(write: "_ZN4pond4Duck4diveEi", start: "_ZN4pond4moreEv"))
    session.press("Enter", "s", "D")
    session.answer(.demangled(Self.answer))
    session.press("J")
    #expect(asked(session).contains("_ZN4pond4moreEv"))
  }

  @Test func `asks for each name once, one question at a time`() throws {
    var session = try Session(log: Self.log())
    session.press("D", "Enter")
    #expect(Set(asked(session)) == [Self.write, Self.read])
    session.answer(
      .demangled(Demangling(names: [Self.write: "pond::Duck::quack(int)", Self.read: "pond::paddle"])))
    // The other names in the report were waiting for the answer.
    #expect(session.effects.count == 2)
    #expect(Set(asked(session)) == [Self.write, Self.read, Self.inner, "_ZN4pond5startEv"])
    session.press("j")
    session.answer(.demangled(Self.answer))
    session.press("D", "D", "j")
    #expect(session.effects.count == 2)
    #expect(session.lines.contains { $0.contains("Y pond::start() ") })
  }

  @Test func `searches and filters find shown and printed names`() throws {
    var session = try Session(log: Self.log() + Self.log(write: "_ZN4pond5wadeEv"))
    session.press("D")
    session.answer(.demangled(Self.answer))
    for text in ["Duck::quack", "4Duck5quack"] {
      session.press("&", text, "Enter")
      #expect(session.order.count == 1, "\(text)")
      session.press("Esc")
    }
    session.press("G", "/", "Duck::quack", "Enter")
    #expect(session.list.cursor.row == 0)
    session.press("Enter")
    for (text, row) in [("duck.quack()", 1), ("4DuckC5", 1), ("Duck::quack", 0), (Self.write, 0)] {
      session.press("gg", "/", text, "Enter")
      #expect(session.pair?.columns.a.cursor.row == row, "\(text)")
    }
    session.press("D", "G", "/", "Duck::quack", "Enter")
    #expect(footer(session).contains("no match for Duck::quack"))
  }

  @Test func `only the shown names change`() throws {
    var session = try Session(log: Self.log())
    let keys = session.index.races.map(\.key)
    session.press("Enter", "D")
    session.answer(.demangled(Self.answer))
    session.press("y")
    #expect(
      session.effects.last
        == .copy(ClipboardText(line: "/src/pond/duck.cpp:20"), what: "/src/pond/duck.cpp:20"))
    #expect(session.index.races.map(\.key) == keys)
    session.press("v")
    #expect(session.lines.contains { $0.contains("#0 \(Self.write) /src/pond/duck.cpp:20:3") })
  }

  @Test func `variables are shown by their demangled names too`() throws {
    let log = Self.log().replacing(
      "  Thread T2",
      with: "  Location is global '_ZL5depth' of size 4 at 0x7b0400000010 (pond+0x9)\n\n  Thread T2",
      maxReplacements: 1)
    var session = try Session(log: log)
    session.press("D")
    #expect(Set(asked(session)) == [Self.write, Self.read, "_ZL5depth"])
    session.answer(.demangled(Demangling(names: ["_ZL5depth": "pond::depth"])))
    #expect(session.lines.contains { $0.contains("global pond::depth") })
    session.press("Enter")
    #expect(session.lines.contains { $0.contains("global pond::depth at 0x7b0400000010") })
    #expect(!session.text.contains("_ZL5depth"))
    session.press("f")
    #expect(session.lines.contains { $0.contains("on       global pond::depth") })
  }

  @Test func `says when a log has no mangled names`() throws {
    var session = try Session(sample: "shop-test.log", columns: 80, rows: 24)
    session.press("D")
    #expect(session.effects.isEmpty)
    #expect(session.lines[23].contains("no name here is mangled"))
  }

  @Test func `names a missing program, and the next key asks again`() throws {
    var session = try Session(log: Self.log())
    let before = session.lines
    session.press("D")
    session.answer(.demangled(Demangling(problems: [.missing(.cxx)])))
    #expect(footer(session).contains("c++filt is not installed"))
    #expect(session.lines.first == before.first)
    #expect(session.lines.contains { $0.contains("W  \(Self.write) ") })
    session.press("D")
    #expect(session.effects.count == 2 && session.effects[0] == session.effects[1])
  }

  @Test func `a name without an answer stays as printed`() throws {
    var session = try Session(log: Self.log())
    session.press("D")
    session.answer(.demangled(Demangling(names: [Self.read: "pond::paddle"], problems: [.missing(.cxx)])))
    #expect(session.lines.contains { $0.contains("W  \(Self.write) ") })
    #expect(session.lines.contains { $0.contains("R  pond::paddle ") })
  }

  @Test(arguments: [(80, 24), (120, 40)]) func `the footer keeps its keys`(size: (Int, Int)) throws {
    var session = try Session(log: Self.log(), columns: size.0, rows: size.1)
    session.press("Enter")
    #expect(session.lines[size.1 - 1].contains("Tab side  f fork  s source"))
    #expect(!session.lines[size.1 - 1].contains("D "))
    session.press("?")
    #expect(session.lines.contains { $0.contains(" D ") && $0.contains("demangle C++") })
  }

  private func footer(_ session: Session) -> String { session.lines.last { !$0.isEmpty } ?? "" }

  /// All names passed to the demangler.
  private func asked(_ session: Session) -> [String] {
    session.effects.flatMap { effect in
      if case .job(.demangle(let names)) = effect { names } else { [String]() }
    }
  }
}
