import Glibc
import RaceModel
import RaceTerminal
import RaceView
import TerminalHarness
import Testing

@testable import RaceTUI

/// How the user's editor is found and what it is told to open.
@Suite struct EditorTests {
  @Test(
    arguments: [
      ("vi", ["vi"]), ("  emacsclient  -n\t-c ", ["emacsclient", "-n", "-c"]),
      (#""/opt/My Editor/ed" -x"#, ["/opt/My Editor/ed", "-x"]), ("'a b' c", ["a b", "c"]),
      (#"a\ b c\"d"#, ["a b", #"c"d"#]), (#"'a\b' "c\"d" e"f g"h"#, [#"a\b"#, #"c"d"#, "ef gh"]),
      (#"ed """#, ["ed", ""]), ("", []), (" \t ", []), ("ed 'open", ["ed", "open"]), (#"ed \"#, ["ed"]),
      ("ed $(x) `y` ; rm * > z", ["ed", "$(x)", "`y`", ";", "rm", "*", ">", "z"]),
    ])
  func `splits a command without a shell`(_ command: String, _ words: [String]) {
    #expect(Editor.words(command) == words)
  }

  @Test(
    arguments: [
      ("vi", ["+7", "/a b.go"]), ("kak", ["+7", "/a b.go"]), ("/usr/bin/nano", ["+7", "/a b.go"]),
      ("hx", ["/a b.go:7"]),
      ("/opt/helix/bin/helix", ["/a b.go:7"]), ("subl", ["/a b.go:7"]), ("code", ["--goto", "/a b.go:7"]),
      ("codium", ["--goto", "/a b.go:7"]), ("idea", ["--line", "7", "/a b.go"]),
      ("goland", ["--line", "7", "/a b.go"]),
    ])
  func `passes the line in the form of each editor`(_ program: String, _ arguments: [String]) {
    let editor = Editor(command: [program, "-w"])
    #expect(editor.arguments([FilePlace(path: "/a b.go", line: 7)]) == [program, "-w"] + arguments)
    #expect(editor.arguments([FilePlace(path: "/a b.go", line: nil)]) == [program, "-w", "/a b.go"])
  }

  @Test(
    arguments: [
      ("vi", ["+7", "/a.go", "./b c.go"]),
      ("/usr/bin/vim", ["-O", "+7", "/a.go", "./b c.go", "-c", "wincmd l", "-c", "9", "-c", "wincmd t"]),
      ("nvim", ["-O", "+7", "/a.go", "./b c.go", "-c", "wincmd l", "-c", "9", "-c", "wincmd t"]),
      ("kak", ["+7", "/a.go", "./b c.go"]), ("hx", ["--vsplit", "/a.go:7", "./b c.go:9"]),
      ("code", ["--goto", "/a.go:7", "./b c.go:9"]),
      ("zed", ["/a.go:7", "./b c.go:9"]), ("nano", ["+7", "/a.go", "+9", "./b c.go"]),
      ("emacs", ["+7", "/a.go", "+9", "./b c.go"]),
      ("goland", ["--line", "7", "/a.go", "--line", "9", "./b c.go"]), ("kak", ["+7", "/a.go", "./b c.go"]),
    ])
  func `passes two lines in the form of each editor`(_ program: String, _ arguments: [String]) {
    let places = [FilePlace(path: "/a.go", line: 7), FilePlace(path: "b c.go", line: 9)]
    #expect(Editor(command: [program, "-w"]).arguments(places) == [program, "-w"] + arguments)
    #expect(Editor(command: ["vi"]).arguments([places[1]]) == ["vi", "+9", "./b c.go"])
    let unknown = [FilePlace(path: "-c", line: nil), FilePlace(path: "+!x", line: nil)]
    #expect(
      Editor(command: ["vim"]).arguments(unknown)
        == ["vim", "-O", "./-c", "./+!x", "-c", "wincmd l", "-c", "wincmd t"])
  }

  /// `-c` is an option of most editors, `+!command` runs one in vi, and some fetch `scp://host/file`.
  @Test(arguments: ["-c", "+!touch x", "+7", "a.go", "../a.go", "scp://host/a.go"])
  func `a file name is never an option, a command or an address`(_ file: String) {
    #expect(Editor(command: ["vi"]).arguments([FilePlace(path: file, line: 7)]) == ["vi", "+7", "./\(file)"])
    #expect(Editor(command: ["vi"]).arguments([FilePlace(path: file, line: nil)]) == ["vi", "./\(file)"])
    #expect(Editor(command: ["hx"]).arguments([FilePlace(path: file, line: 7)]) == ["hx", "./\(file):7"])
    #expect(
      Editor(command: ["code"]).arguments([FilePlace(path: file, line: 7)]) == [
        "code", "--goto", "./\(file):7",
      ])
  }
}
