/// Reports as mails, issues and `--xml=yes` change them.
extension DRDExamples {
  package static let damaged = pastes.filter {
    $0.name.hasPrefix("Valgrind's own") || $0.name == "no indentation"
  }

  /// A message that is not a race.
  private static let exitLocked = printed(
    """
    Mutex still locked at thread exit: mutex 0x0010c040, recursion count 1, owner 2.
       at 0x109193: bake (oven.c:12)
    mutex 0x10c040 was first observed at:
       at 0x1091F0: worker (oven.c:30)
    """)

  private static let exitLockedOutline = """
    1-4 Mutex still locked at thread exit: mutex 0x0010c040, recursion count 1, owner 2. [mutex-held-wrong-context] pid 700
      lock 0x10c040: mutex 0x10c040 was first observed at:
        1 worker oven.c:30
      subject: Mutex still locked at thread exit: mutex 0x0010c040, recursion count 1, owner 2.
        1 bake oven.c:12
    """

  package static let pastes = examples([
    ("Valgrind's own prefix was cut off", body, plainOutline.replacing(" pid 700", with: "")),
    (
      "no indentation",
      wrapped(plain) { $1.replacing("==700==    ", with: "==700== ") }, plainOutline
    ),
    ("blanks behind each line", wrapped(plain) { $1 + "  " }, plainOutline),
    ("a fence of Markdown", "It fails:\n```\n\(plain)\n```\nThanks!\n", moved(plainOutline, to: "4-14")),
    ("line breaks of HTML", wrapped(plain) { "\($1)<br>" }, plainOutline),
    (
      "line breaks of HTML behind a message",
      wrapped(exitLocked) { "\($1)<br>" }, exitLockedOutline
    ),
    ("a row of a table behind a message", wrapped(exitLocked) { "| \($1) |" }, exitLockedOutline),
    ("a string a line, a message", wrapped(exitLocked) { "  \"\($1)\\n\" +" }, exitLockedOutline),
    (
      "words behind the title", plain.replacing("size 4\n", with: "size 4 (again)\n"),
      plainOutline + "\n  note: (again)"
    ),
    (
      "two services by turns",
      interleaved(lines(wrapped(plain) { "app-1  | \($1)" }), lines(wrapped(other) { "db-1   | \($1)" })),
      moved(otherOutline, to: "2-6") + "\n" + moved(plainOutline, to: "3-16")
    ),
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
    <error>
      <unique>0x0</unique>
      <tid>2</tid>
      <kind>ConflictingAccess</kind>
      <what>Conflicting store by thread 2 at 0x0010c018 size 4</what>
      <stack>
    \(frame("bake", 12))
      </stack>
      <auxwhat>Address 0x10c018 is at offset 8 from 0x10c010.</auxwhat>
      <allocation_context>
    \(frame("main", 40))
      </allocation_context>
      <other_segment_start>
    \(frame("taste", 18))
      </other_segment_start>
    </error>

    """

  package static let xml = examples([
    (
      "--xml=yes", document,
      """
      5-37 Conflicting store by thread 2 at 0x0010c018 size 4
        write 4 0x0010c018 thread #2: 1 bake /src/oven.c:12
        heap: Address 0x10c018 is at offset 8 from 0x10c010.
          1 main /src/oven.c:40
        segment: Other segment start
          1 taste /src/oven.c:18
      """
    ),
    (
      "--xml=yes: a mutex",
      "<error>\n  <kind>MutexErr</kind>\n  <what>Mutex not locked: mutex 0x10c0a0, recursion count 0, owner 0.</what>\n"
        + "  <stack>\n\(frame("bake", 12))\n  </stack>\n</error>\n",
      """
      3-14 Mutex not locked: mutex 0x10c0a0, recursion count 0, owner 0. [mutex-bad-unlock]
        subject: Mutex not locked: mutex 0x10c0a0, recursion count 0, owner 0.
          1 bake /src/oven.c:12
      """
    ),
  ])
}
