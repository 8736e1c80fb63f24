import GrammarExamples
import Testing

@testable import RaceModel
@testable import RaceText

/// A report whose stacks were read before must read the same as one with new stacks.
@Suite struct `Stacks that were read before` {
  /// Each report on one line of text, read by a new scanner and by one that has read all of them before.
  private func contradictions(_ log: ReadLog) -> (count: Int, found: [String]) {
    var reading = SecondReading()
    _ = text(log, &reading)
    let again = text(log, &reading)
    let fresh = log.entries.map { entry in
      var reading = SecondReading()
      return text(entry, log, &reading)
    }
    return (fresh.count, zip(fresh, again).filter { $0 != $1 }.map { "\($0)\n!=\n\($1)" })
  }

  private func text(_ log: ReadLog, _ reading: inout SecondReading) -> [String] {
    log.entries.map { text($0, log, &reading) }
  }

  /// All of a report, with its frames.
  private func text(_ entry: ReportEntry, _ log: ReadLog, _ reading: inout SecondReading) -> String {
    let bytes = log.file.bytes(entry.bytes)
    guard
      let report = reading.report(entry, bytes.span, related: log.file.bytes(of:), during: nil)
    else { return "lost" }
    var json = JSONWriter()
    var writer = ReportJSON()
    writer.write(report, reading.naming.frames, id: 1, race: 1, to: &json) { $0.number(0) }
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test(arguments: Corpus.names)
  func `read the same as new ones in logs of real programs`(_ name: String) throws {
    #expect(contradictions(ReadLog(try LogFile.open(Corpus.path(name)))).found == [])
  }

  @Test(arguments: DetectorExamples.all.flatMap { $0.examples.map(\.log) })
  func `read the same as new ones in the examples`(_ text: String) throws {
    #expect(contradictions(try ReadLog(text)).found == [])
  }

  @Test func `read the same as new ones below an empty line, with a frame that is cut`() throws {
    let report =
      "Previous write at 0x00c000012345 by goroutine 9:\n\n  runtime.slicecopy()\n"
      + "      /src/sdk/go1.27.3/src/runtime/slice.go:392 +0x0\n"
    let found = contradictions(try ReadLog(report + report + "  main.f()"))
    #expect(found.count == 2)
    #expect(found.found == [])
  }

  /// An index's contents for each report, sites by name, read by a scanner that has read the log `times` times before.
  private func entries(_ bytes: [UInt8], again times: Int) -> [String] {
    var scanner = LogScanner<IndexSink>()
    for _ in 0...times {
      scanner.sink.entries = []
      scanner.threads.removeAll()
      scanner.restart()
      _ = scanner.scan(bytes.span, from: 0, base: 0, isLast: true)
    }
    func name(_ id: SymbolTable.ID) -> String { id < 0 ? "-" : scanner.naming.symbols.string(id) }
    func site(_ id: SiteID?) -> String {
      guard let id, id.index >= 0 else { return "none" }
      let site = scanner.naming.sites.entries[Int(id.index)]
      return "\(name(site.function)) \(name(site.file)) \(site.line) \(name(site.module))"
    }
    return scanner.sink.entries.map { entry in
      let sites = ([entry.first?.site, entry.second?.site] + entry.moreSites).map(site)
      return "\(entry.line)-\(entry.endLine) \(entry.bytes) \(entry.isComplete) \(sites)"
    }
  }

  @Test(arguments: Corpus.names)
  func `give the same list in logs of real programs`(_ name: String) throws {
    let log = ReadLog(try LogFile.open(Corpus.path(name)))
    let bytes = log.file.bytes(0..<(log.index.logs.first?.bytes ?? 0))
    let fresh = entries(bytes, again: 0)
    #expect(entries(bytes, again: 1) == fresh)
    #expect(fresh.count == log.entries.count)
  }

  @Test(arguments: DetectorExamples.all.flatMap { $0.examples.map(\.log) })
  func `give the same list in the examples`(_ text: String) {
    #expect(entries(Array(text.utf8), again: 1) == entries(Array(text.utf8), again: 0))
  }

  /// The same first frames, with and without a frame that the last one was inlined into.
  @Test func `the line after a stack says whether its last frame was inlined`() throws {
    let frames = (0..<4).map {
      "    #\($0) shop::step\($0)(int) /src/shop/cart.cc:1\($0) (shop+0x10\($0)0)\n"
    }.joined()
    let caller = "    #4 main /src/shop/main.cc:9:3 (shop+0x1030)\n"
    func report(_ stack: String) -> String {
      """
      ==================
      WARNING: ThreadSanitizer: data race (pid=7)
        Write of size 4 at 0x7b0400000010 by thread T1:
      \(stack)
        Previous read of size 4 at 0x7b0400000010 by main thread:
      \(stack)
      SUMMARY: ThreadSanitizer: data race
      ==================

      """
    }
    let log = try ReadLog(report(frames) + report(frames + caller) + report(frames))
    let (count, found) = contradictions(log)
    #expect(count == 3)
    #expect(found == [])
    let inlined = log.entries.compactMap { log.detailed($0) }.map { report in
      report.frames(of: report.report.accesses.first?.stack).map(\.isInlined)
    }
    let plain = [false, false, false, false]
    #expect(inlined == [plain, [false, false, false, true, false], plain])
  }

  /// Creations begin alike: more of their bytes tell them apart, and the longest one that fits is taken.
  @Test(arguments: [1, 3, 40])
  func `many stacks that begin alike are told apart`(_ count: Int) throws {
    func frames(_ names: [String]) -> String {
      names.map { "  main.\($0)()\n      /src/shop/inventory/\($0).go:17 +0x1a\n" }.joined()
    }
    func report(_ number: Int) -> String {
      let shared = ["reserveTheLastItem", "placeAnOrder", "serveOneRequest", "handleConnection"]
      let own = frames(shared + (0...number % 7).map { "step\(number)of\($0)" })
      return """
        ==================
        WARNING: DATA RACE
        Write at 0x00c000018168 by goroutine 8:
        \(own)
        Previous read at 0x00c000018168 by goroutine 7:
        \(frames(Array(shared.prefix(number % 5))))
        Goroutine 8 (running) created at:
        \(own)
        ==================

        """
    }
    let log = try ReadLog((0..<count).map { report($0) }.joined())
    let (read, found) = contradictions(log)
    #expect(read == count)
    #expect(found == [])
    let depths = log.entries.compactMap { log.detailed($0)?.report.accesses.map { $0.stack?.count ?? 0 } }
    #expect(depths == (0..<count).map { [4 + $0 % 7 + 1, $0 % 5] })
  }

  /// The first stack of Helgrind's report is that of the second, with one frame less.
  @Test func `a stack that continues is not mistaken for one that ends`() throws {
    let frames = (0..<4).map { "==7==    \($0 == 0 ? "at" : "by") 0x40\($0): step\($0) (cart.c:1\($0))\n" }
      .joined()
    let caller = "==7==    by 0x403: main (main.c:9)\n"
    func report(_ stack: String) -> String {
      "==7== ----------------------------------------------------------------\n==7==\n"
        + "==7== Possible data race during write of size 4 at 0x10C040 by thread #1\n==7== Locks held: none\n\(stack)==7==\n"
        + "==7== This conflicts with a previous read of size 4 by thread #2\n==7== Locks held: none\n\(frames)==7==\n"
    }
    let log = try ReadLog(report(frames) + report(frames + caller) + report(frames))
    let (count, found) = contradictions(log)
    #expect(count == 3)
    #expect(found == [])
    let reports = log.entries.compactMap { log.detailed($0) }
    let counts = reports.map { report in report.report.accesses.map { $0.stack?.count } }
    #expect(counts == [[4, 4], [5, 4], [4, 4]])
    let inlined = reports.map { report in
      report.frames(of: report.report.accesses.first?.stack).map(\.isInlined)
    }
    #expect(inlined[1] == [false, false, false, true, false])
  }
}
