import Testing

@testable import RaceModel

/// Writers identified by numbers before their lines: ctest tests, MPI ranks, Slurm tasks.
@Suite struct `Writers with numbers` {
  private static let go = """
    WARNING: DATA RACE
    Write at 0x00c000012345 by goroutine 9:
      oven.bake()
          /src/oven.go:12 +0x2e

    Previous read at 0x00c000012345 by goroutine 6:
      oven.taste()
          /src/oven.go:18 +0xf3d
    """
  private static let tsan = """
    WARNING: ThreadSanitizer: data race (pid=5)
      Write of size 8 at 0x7b0400007720 by thread T4:
        #0 oven_bake oven.cc:12:3 (oven+0x1)

      Previous write of size 8 at 0x7b0400007720 by main thread:
        #0 oven_taste oven.cc:18:1 (oven+0x3)
    """
  private static let helgrind = """
    ==7== Possible data race during read of size 4 at 0x4A9FE50 by thread #2
    ==7== Locks held: none
    ==7==    at 0x1: oven_bake (oven.cc:12)
    ==7==
    ==7== This conflicts with a previous write of size 4 by thread #1
    ==7== Locks held: none
    ==7==    at 0x2: oven_taste (oven.cc:18)
    """
  private static let texts = [
    (go, ["oven.bake /src/oven.go:12", "oven.taste /src/oven.go:18"]),
    (tsan, ["oven_bake oven.cc:12:3 (oven+0x1)", "oven_taste oven.cc:18:1 (oven+0x3)"]),
    (helgrind, ["oven_bake oven.cc:12", "oven_taste oven.cc:18"]),
  ]

  private static let prefixes: [(String, String)] = [
    ("3: ", "12: "), ("12: ", "3: "), ("1: ", "0: "), ("[1,0]<stderr>:", "[1,1]<stderr>:"),
    ("[1,0]<stderr>: ", "[1,10]<stderr>: "), ("rank 0: ", "rank 1: "), ("1| ", "0| "),
    // As if they counted the lines.
    ("12: ", "13: "), ("0: ", "1: "),
  ]

  @Test(arguments: texts.indices, prefixes.indices)
  func `that alternate line by line have a report each`(_ text: Int, _ pair: Int) throws {
    let (report, stacks) = Self.texts[text]
    let (first, second) = Self.prefixes[pair]
    let lines = report.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // Another process: other names, and with Valgrind another pid.
    let others = lines.map { $0.replacing("oven", with: "kiln").replacing("==7==", with: "==8==") }
    let log = zip(lines, others).map { "\(first)\($0)\n\(second)\($1)\n" }.joined()
    let read = try ReadLog(log)
    let expected = stacks + stacks.map { $0.replacing("oven", with: "kiln") }
    #expect(read.entries.count == 2)
    #expect(read.stacks.sorted() == expected.sorted())
    #expect(read.contradictions == [])
    #expect(try ReadLog(log, chunkSize: 7).stacks == read.stacks)
  }

  /// The line numbers rise, whatever is between them.
  @Test(arguments: texts.indices, ["%: ", "%:", "% ", "%\t"])
  func `are not assumed in numbered lines`(_ text: Int, _ form: String) throws {
    let (report, stacks) = Self.texts[text]
    let lines = report.split(separator: "\n", omittingEmptySubsequences: false)
    let log = lines.enumerated().map { form.replacing("%", with: "\($0 + 8)") + $1 + "\n" }.joined()
    #expect(try ReadLog(log).stacks == stacks)
  }

  /// Tests 12 and 3 of ctest, where the title of 3 is lost: its header does not belong to 12's report.
  @Test func `with a lower number are not the next line`() throws {
    let lines = Self.go.split(separator: "\n", omittingEmptySubsequences: false)
    let log = "12: \(lines[0])\n" + lines.dropFirst().map { "3: \($0)\n" }.joined()
    let read = try ReadLog(log)
    #expect(read.stacks == Self.texts[0].1)
    let report = try #require(read.entries.first.flatMap { read.detailed($0) }?.report)
    #expect(report.title == nil && report.lines.lowerBound == 2)
  }

  /// The numbers of two tests differ as those of neighbouring lines do, and each prints several lines at once.
  @Test(arguments: 1...5)
  func `that take turns have a report each`(_ size: Int) throws {
    func report(_ number: Int, _ name: String) -> [String] {
      """
      ==================
      WARNING: ThreadSanitizer: data race (pid=\(number))
        Write of size 8 at 0x7b0400007720 by main thread:
          #0 \(name)_bake oven.cc:12:3 (oven+0x1)
          #1 \(name)_run oven.cc:30:1 (oven+0x2)

        Previous read of size 8 at 0x7b0400007720 by thread T4:
          #0 \(name)_taste oven.cc:18:1 (oven+0x3)
          #1 \(name)_walk oven.cc:31:1 (oven+0x4)

        Thread T4 (tid=9, running) created by main thread at:
          #0 main oven.cc:40:1 (oven+0x5)

      SUMMARY: ThreadSanitizer: data race oven.cc:12:3 in \(name)_bake
      ==================
      """.split(separator: "\n", omittingEmptySubsequences: false).map { "\(number): \($0)" }
    }
    let (first, second) = (report(12, "oven"), report(13, "kiln"))
    var lines: [String] = []
    for start in stride(from: 0, to: first.count, by: size) {
      lines += first[start..<min(start + size, first.count)] + second[start..<min(start + size, first.count)]
    }
    let log = try ReadLog(lines.joined(separator: "\n"))
    let stacks = ["oven", "kiln"].flatMap { name in
      [
        "\(name)_bake oven.cc:12:3 (oven+0x1) | \(name)_run oven.cc:30:1 (oven+0x2)",
        "\(name)_taste oven.cc:18:1 (oven+0x3) | \(name)_walk oven.cc:31:1 (oven+0x4)",
        "main oven.cc:40:1 (oven+0x5)",
      ]
    }
    #expect(log.stacks == stacks)
    #expect(log.entries.compactMap { log.detailed($0)?.report.pid } == [12, 13])
    #expect(log.contradictions == [])
  }
}
