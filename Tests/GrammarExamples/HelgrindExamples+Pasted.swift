/// Reports as mails, issues, scripts and `--xml=yes` change them.
extension HelgrindExamples {
  package static let pastes = examples([
    (
      "Valgrind's own prefix was cut off", body,
      plainOutline.replacing(" pid 700", with: "")
    ),
    (
      "no indentation",
      wrapped(plain) { $1.replacing("==700==  ", with: "==700== ").replacing("==700==  ", with: "==700== ") },
      plainOutline
    ),
    ("blanks behind each line", wrapped(plain) { $1 + "  " }, plainOutline),
    ("a fence of Markdown", "It fails:\n```\n\(plain)\n```\nThanks!\n", moved(plainOutline, to: "11-19")),
    ("line breaks of HTML", wrapped(plain) { "\($1)<br>" }, plainOutline),
  ])

  private static func frame(_ function: String, _ line: Int) -> String {
    """
        <frame>
          <ip>0x109193</ip>
          <obj>/opt/oven/oven</obj>
          <fn>\(function)</fn>
          <dir>/src</dir>
          <file>oven.c</file>
          <line>\(line)</line>
        </frame>
    """
  }

  private static let document = """
    <?xml version="1.0"?>
    <valgrindoutput>
    <announcethread>
      <hthreadid>2</hthreadid>
      <stack>
    \(frame("main", 44))
      </stack>
    </announcethread>
    <error>
      <unique>0x0</unique>
      <tid>2</tid>
      <kind>Race</kind>
      <xwhat>
        <text>Possible data race during write of size 4 at 0x10C018 by thread #2</text>
        <hthreadid>2</hthreadid>
      </xwhat>
      <stack>
    \(frame("bake&lt;int&gt;", 12))
      </stack>
      <xauxwhat>
        <text>This conflicts with a previous read of size 4 by thread #1</text>
        <hthreadid>1</hthreadid>
      </xauxwhat>
      <stack>
    \(frame("taste", 18))
      </stack>
      <auxwhat>Location 0x10c018 is 0 bytes inside global var "trays"</auxwhat>
      <xauxwhat><text>declared at oven.c:3</text> <file>oven.c</file> <line>3</line> </xauxwhat>
    </error>
    </valgrindoutput>

    """

  private static let documentOutline = """
    21-50 Possible data race during write of size 4 at 0x10C018 by thread #2
      write 4 0x10c018 thread #2: 1 bake<int> /src/oven.c:12
      previous read 4 main: 1 taste /src/oven.c:18
      thread #2: 1 main /src/oven.c:44
      global: Location 0x10c018 is 0 bytes inside global var "trays" declared at oven.c:3
    """

  package static let xml = examples([
    ("--xml=yes", document, documentOutline),
    (
      "--xml=yes, cut behind the first stack", lines(document).prefix(34).joined(separator: "\n") + "\n",
      """
      21-34 Possible data race during write of size 4 at 0x10C018 by thread #2
        write 4 0x10c018 thread #2: 1 bake<int> /src/oven.c:12
        thread #2: 1 main /src/oven.c:44
        damage: cut off before its closing line
      """
    ),
    ("--xml=yes behind a container's name", wrapped(document) { "app-1  | \($1)" }, documentOutline),
    (
      "--xml=yes: an error of another tool",
      "<error>\n  <kind>UninitValue</kind>\n  <what>Use of uninitialised value</what>\n  <stack>\n\(frame("bake", 12))\n"
        + "  </stack>\n</error>\n", ""
    ),
  ])
}
