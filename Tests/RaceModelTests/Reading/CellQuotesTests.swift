import Testing

@testable import RaceModel

/// Tables with commas that have quotes only around the cells with a comma or a quote, as most programs write them.
@Suite struct `Quotes around some cells of a table` {
  private static let go = """
    ==================
    WARNING: DATA RACE
    Write at 0x00c000012345 by main goroutine:
      bank.Add[go.shape.int,go.shape.string]()
          /src/bank.go:12 +0x2e

    Previous read at 0x00c000012345 by goroutine 9:
      bank.sum()
          /src/bank,old.go:18 +0xf3d

    Goroutine 9 (finished) created at:
      main.main()
          /src/bank.go:40 +0x88
    ==================
    """
  private static let tsan = """
    ==================
    WARNING: ThreadSanitizer: data race (pid=5)
      Write of size 8 at 0x7b0400007720 by thread T4 (mutexes: write M0, read M1):
        #0 bank_add(int*, int) bank.cc:12:3 (bank+0x1)

      Previous write of size 8 at 0x7b0400007720 by main thread:
        #0 bank_sum bank.cc:18:1 (bank+0x3)

      Thread T4 'al "b", c' (tid=9, running) created by main thread at:
        #0 main bank.cc:40:1 (bank+0x5)
    ==================
    """
  private static let helgrind = """
    ==7== Possible data race during read of size 4 at 0x4A9FE50 by thread #2
    ==7== Locks held: 1, at address 0x10C0A0
    ==7==    at 0x1: bank_add(int*, int) (bank.cc:12)
    ==7==
    ==7== This conflicts with a previous write of size 4 by thread #1
    ==7== Locks held: none
    ==7==    at 0x2: bank_sum (bank.cc:18)
    ==7==
    """
  private static let texts = [go, tsan, helgrind]

  private static func cell(_ text: Substring) -> String {
    text.contains { $0 == "," || $0 == "\"" } ? "\"\(text.replacing("\"", with: "\"\""))\"" : "\(text)"
  }

  @Test(arguments: texts.indices, ["\n", "\r\n"])
  func `are taken off in the last column`(_ text: Int, _ end: String) throws {
    let clean = try ReadLog(Self.texts[text] + "\n")
    let lines = Self.texts[text].split(separator: "\n", omittingEmptySubsequences: false)
    for stamp in ["2024-01-02T03:04:05.0%Z", "17149000000%", "03:04:%,shop"] {
      let log = lines.enumerated().map {
        stamp.replacing("%", with: "\(10 + $0)") + "," + Self.cell($1) + end
      }.joined()
      let read = try ReadLog("time,message" + end + log)
      #expect(read.entries.count == 1, "\(stamp)")
      #expect(read.stacks == clean.stacks, "\(stamp)")
      #expect(read.entries.map(\.isComplete) == clean.entries.map(\.isComplete), "\(stamp)")
    }
  }

  @Test(arguments: [0, 1])
  func `are taken off in a column that others follow`(_ text: Int) throws {
    let clean = try ReadLog(Self.texts[text] + "\n")
    let lines = Self.texts[text].split(separator: "\n", omittingEmptySubsequences: false)
    let first = lines.enumerated().map { "\(Self.cell($1)),x\($0)\n" }.joined()
    #expect(try ReadLog("message,id\n" + first).stacks == clean.stacks)
    let second = lines.enumerated().map { "03:04:\(10 + $0),\(Self.cell($1)),shop\n" }.joined()
    #expect(try ReadLog("time,message,host\n" + second).stacks == clean.stacks)
  }

  @Test func `stay where a program has printed them`() throws {
    let log = """
      WARNING: DATA RACE
      Write at 0x00c000012345 by main goroutine:
        bank.add()
            /src/bank.go:12 +0x2e
      said,"  bank.none()"
      Previous read at 0x00c000012345 by goroutine 9:
        bank.sum()
            /src/bank.go:18 +0xf3d

      """
    #expect(try ReadLog(log).stacks == ["bank.add /src/bank.go:12", "bank.sum /src/bank.go:18"])
    let table = log.split(separator: "\n").map { "03:04:05,\($0)\n" }.joined()
    #expect(try ReadLog(table).stacks == ["bank.add /src/bank.go:12", "bank.sum /src/bank.go:18"])
  }
}
