import Testing

@testable import RaceModel

/// Frames of Go of which the place was cut, wrapped, or retold.
@Suite struct `Places of Go that were cut or altered` {
  private func expect(
    _ text: String, _ stacks: [String], _ damage: [Damage], notes: [String] = [],
    prefixes: [String] = ["", "> ", "app-1  | "]
  ) throws {
    for prefix in prefixes {
      for chunkSize in [7, 1 << 20] {
        let log = try ReadLog(text.prefixed(prefix), chunkSize: chunkSize)
        #expect(log.entries.count == 1, "\(prefix)")
        #expect(log.stacks == stacks, "\(prefix)")
        #expect(log.contradictions == [], "\(prefix)")
        let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
        #expect(report.damage == damage, "\(prefix)")
        #expect(report.notes.map(\.text) == notes, "\(prefix)")
      }
    }
  }

  // MARK: Cut

  @Test func `a path that was cut before its line`() throws {
    let path = "/home/ann/src/bakery/oven/inter"
    try expect(
      """
      WARNING: DATA RACE
      Write at 0x00c000012345 by goroutine 9:
        oven.second()
            \(path)
        oven.first()
            \(path)
        oven.run()
            /src/run.go:30 +0x3f

      Previous read at 0x00c000012345 by main goroutine:
        oven.taste()
            \(path)

      Goroutine 9 (running) created at:
        oven.main()
            /src/oven.go:44 +0x66
      ==================
      """,
      [
        "oven.second | oven.first | oven.run /src/run.go:30", "oven.taste", "oven.main /src/oven.go:44",
      ], [.frame(line: 4), .frame(line: 6), .frame(line: 12)], notes: [path, path, path],
      prefixes: ["", "> ", "app-1  | ", "Jul 13 11:30:19 pond docker[204]: "])
  }

  // MARK: Wrapped

  @Test func `a function and a part of its path on one line`() throws {
    try expect(
      """
      WARNING: DATA RACE
      Read at 0x0000005cf5c0 by goroutine 7:
      oven.bake() /home/ann/src/my-
      bakery/oven.go:18 +0x3b
      oven.run() /src/run.go:30 +0x39

      Previous write at 0x0000005cf5c0 by main goroutine:
      oven.taste() /home/ann/src/my-
      bakery/oven.go:22 +0x53

      Goroutine 7 (running) created at:
      oven.main() /src/oven.go:44 +0x6f
      ==================
      """,
      [
        "oven.bake /home/ann/src/my-bakery/oven.go:18 | oven.run /src/run.go:30",
        "oven.taste /home/ann/src/my-bakery/oven.go:22", "oven.main /src/oven.go:44",
      ], [])
  }

  @Test func `a sentence with a call and a path does not go on in the next frame`() throws {
    try expect(
      """
      WARNING: DATA RACE
      Read at 0x0000005cf5c0 by main goroutine:
        oven.bake()
            /src/oven.go:18 +0x3b
      oven.run() /srv/trays
        oven.run()
            /src/run.go:30 +0x39

      Previous write at 0x0000005cf5c0 by main goroutine:
        oven.taste()
            /src/oven.go:22 +0x53
      ==================
      """,
      ["oven.bake /src/oven.go:18 | oven.run /src/run.go:30", "oven.taste /src/oven.go:22"], [],
      notes: ["oven.run() /srv/trays"])
  }

  @Test(
    arguments: ["C:/Users/Ann Lee/src/example.com/bakery/ovens", "/home/ann/My Files/src/example.com/ovens"])
  func `a path that holds a blank and was cut before a slash`(_ path: String) throws {
    try expect(
      """
      WARNING: DATA RACE
      Read at 0x0000005cf5c0 by main goroutine:
        oven.bake()
            \(path)
      /gas/oven.go:18 +0x3b
        oven.run()
            /src/run.go:30 +0x39
      ==================
      """, ["oven.bake \(path)/gas/oven.go:18 | oven.run /src/run.go:30"], [.accesses(missing: 1)])
  }

  /// It may have been cut at a blank.
  @Test func `a path that holds a blank and was cut anywhere`() throws {
    let path = "C:/Users/Ann Lee/src/example.com/bakery/ov"
    try expect(
      """
      WARNING: DATA RACE
      Read at 0x0000005cf5c0 by main goroutine:
        oven.bake()
            \(path)
      ens/oven.go:18 +0x3b
        oven.run()
            /src/run.go:30 +0x39
      ==================
      """, ["oven.bake | oven.run /src/run.go:30"], [.frame(line: 3), .accesses(missing: 1)],
      notes: [path, "ens/oven.go:18 +0x3b"])
  }

  @Test(arguments: [
    "/usr/bin/env GOFLAGS=-race /usr/local/go/bin/go",
    "      // the oven is hot here, as it says in /src/notes",
    "      /v1/trays was asked for 3 times without any answer",
  ])
  func `output that begins as a path and holds blanks`(_ output: String) throws {
    try expect(
      """
      WARNING: DATA RACE
      Read at 0x0000005cf5c0 by main goroutine:
        oven.bake()
      \(output)
            /src/oven.go:18 +0x3b
      ==================
      """, ["oven.bake /src/oven.go:18"], [.accesses(missing: 1)],
      notes: [String(output.drop { $0 == " " })])
  }

  // MARK: Unreadable functions

  /// As a program reads them off a picture.
  @Test func `a place below a function that cannot be read, in the first column`() throws {
    try expect(
      """
      WARNING: DATA RACE
      Write at 0x000002c31d28 by goroutine 25:
      aven.com/ann/owen. (*Oven) bake0
      /go/pkg/mod/oven.com/ann/oven@v1.0.0/oven.go:125+0x472
      oven.com/ann/oven.run()
      /go/pkg/mod/oven.com/ann/oven@v1.0.0/oven.go:193+0x39

      Previous read at 0x000002c31d28 by main goroutine:
      [failed to restore the stack]

      Goroutine 25 (running) created at:
      oven.com/ann/oven.main()
      /go/pkg/mod/oven.com/ann/oven@v1.0.0/oven.go:201+0x507
      """,
      [
        "? /go/pkg/mod/oven.com/ann/oven@v1.0.0/oven.go:125 | "
          + "oven.com/ann/oven.run /go/pkg/mod/oven.com/ann/oven@v1.0.0/oven.go:193",
        "", "oven.com/ann/oven.main /go/pkg/mod/oven.com/ann/oven@v1.0.0/oven.go:201",
      ], [.frame(line: 4), .stackNotRestored(access: 1)], notes: ["aven.com/ann/owen. (*Oven) bake0"])
  }

  // MARK: Comments

  @Test func `a comment before a function and its place`() throws {
    for call in ["oven.bake()", "oven.bake"] {
      try expect(
        """
        WARNING: DATA RACE
        Write at 0x00c000124180 by main goroutine:
          //the writer \(call) /src/oven.go:9 +0x11
          oven.run()
              /src/run.go:12 +0x5d

        Previous read at 0x00c000124180 by main goroutine:
          oven.taste()
              /src/oven.go:18 +0xf3d
        ==================
        """,
        ["oven.bake /src/oven.go:9 | oven.run /src/run.go:12", "oven.taste /src/oven.go:18"], [],
        notes: ["//the writer"])
    }
  }

  @Test func `words in parentheses behind a header, a function and a place on one line`() throws {
    try expect(
      """
      WARNING: DATA RACE
        Write at 0x... by main goroutine:  bakeAll()          oven.go:233   (o.trays = ...)
        Previous read by main goroutine:   TasteAll()  taste.go:213

      and so on
      """, ["bakeAll oven.go:233", "TasteAll taste.go:213"], [], notes: ["(o.trays = ...)"], prefixes: [""])
  }

  // MARK: Documents

  /// Code of React's between elements.
  @Test(arguments: ["'", "\""])
  func `calls with dots, and places without offsets`(_ quote: String) throws {
    let blanks = "{\(quote)  \(quote)}"
    try expect(
      """
      <div>
        ==================<br />
        WARNING: DATA RACE<br />
        Read at 0x00c0000a8030 by main goroutine:<br />
        \(blanks)oven.(*Oven).Bake(...)<br />
        \(blanks)    oven.go:18<br />
        <br />
        Previous write at 0x00c0000a8030 by main goroutine:<br />
        \(blanks)oven.(*Oven).Taste(...)<br />
        \(blanks)    oven.go:14<br />
        ==================<br />
      </div>
      """, ["oven.(*Oven).Bake oven.go:18", "oven.(*Oven).Taste oven.go:14"], [], prefixes: [""])
  }

  @Test func `a call in a sentence, and a place that is not below it`() throws {
    try expect(
      """
      WARNING: DATA RACE
      Read at 0x00c0000a8030 by main goroutine:
        oven.bake()
            /src/oven.go:18 +0x3b
      we call oven.Log(...)
      oven.Log(...)
      oven.go:14

      Previous write at 0x00c0000a8030 by main goroutine:
        oven.taste()
            /src/oven.go:22 +0x53
      ==================
      """, ["oven.bake /src/oven.go:18", "oven.taste /src/oven.go:22"], [],
      notes: ["we call oven.Log(...)", "oven.Log(...)", "oven.go:14"])
  }
}
