import GrammarExamples
import Testing

@testable import RaceModel

@Suite struct `Examples of the detectors` {
  static let examples = DetectorExamples.all.flatMap { table in
    table.examples.map { NamedExample($0, of: table.detector) }
  }
  static let bare = DetectorExamples.all.flatMap { table in
    (table.bare + table.damaged).map { NamedExample($0, of: table.detector) }
  }

  /// Examples that test encodings: those that are not ASCII, and some others of each detector.
  static let encoded = DetectorExamples.all.flatMap { table in
    table.examples.enumerated().compactMap { place, example in
      place.isMultiple(of: 12) || example.log.utf8.contains { $0 >= 0x80 }
        ? NamedExample(example, of: table.detector) : nil
    }
  }

  @Test func `exist for each detector, some of them without a report`() {
    #expect(DetectorExamples.all.map(\.detector).sorted() == Detectors.all.map(\.name).sorted())
    for table in DetectorExamples.all {
      let empty = table.examples.count { $0.outline.isEmpty }
      #expect(table.examples.count - empty >= 25, "\(table.detector)")
      #expect(empty >= 5, "\(table.detector)")
      let names = Set(table.examples.map(\.name))
      #expect(names.count == table.examples.count, "\(table.detector): a name twice")
    }
  }

  @Test func `exist for each kind of report`() throws {
    let kinds = try Self.examples.flatMap { try ReadLog($0.log).entries.map(\.kind) }
    // Go's detector has a title for deadlocks but never prints it.
    #expect(Set(ReportKind.allCases).subtracting(kinds) == [.deadlock])
  }

  @Test(arguments: examples)
  func `read as their outline says`(_ example: NamedExample) throws {
    let log = try ReadLog(example.log)
    #expect(log.outline == example.outline)
    #expect(log.entries.allSatisfy { $0.detector.name == example.detector })
  }

  @Test(arguments: examples)
  func `read the same in pieces of any size`(_ example: NamedExample) throws {
    for chunkSize in [1, 23] {
      let log = try ReadLog(example.log, chunkSize: chunkSize)
      #expect(log.outline == example.outline, "\(chunkSize) bytes at a time")
      #expect(log.contradictions == [], "\(chunkSize) bytes at a time")
    }
  }

  @Test(arguments: examples)
  func `agree with the list`(_ example: NamedExample) throws {
    #expect(try ReadLog(example.log).contradictions == [])
  }

  @Test(arguments: examples)
  func `count the lines of the log`(_ example: NamedExample) throws {
    let text = example.log
    let lines = text.utf8.count { $0 == 10 } + (text.isEmpty || text.utf8.last == 10 ? 0 : 1)
    #expect(try ReadLog(text).index.logs.first?.lineCount == lines)
  }

  @Test(arguments: encoded, [false, true])
  func `read the same as UTF-16`(_ example: NamedExample, isBigEndian: Bool) throws {
    let units = [0xFEFF] + Array(example.log.utf16)
    let bytes = units.flatMap { unit in
      let pair = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
      return isBigEndian ? pair.reversed() : pair
    }
    #expect(try ReadLog(bytes).outline == example.outline)
    #expect(try ReadLog(bytes, chunkSize: 1).outline == example.outline, "a byte at a time")
  }

  @Test(arguments: encoded, [false, true])
  func `read the same as UTF-16 without a byte order mark`(_ example: NamedExample, isBigEndian: Bool) throws
  {
    // ASCII characters at the beginning identify the encoding.
    let text = "some output\n" + example.log
    let bytes = text.utf16.flatMap { unit in
      let pair = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
      return isBigEndian ? pair.reversed() : pair
    }
    let outline = try ReadLog(text).outline
    #expect(try ReadLog(bytes).outline == outline)
    #expect(try ReadLog(bytes, chunkSize: 2).outline == outline, "two bytes at a time")
  }

  /// Short logs, or logs on one line, have too few line ends to test.
  @Test(
    arguments: examples.filter { example in
      !example.log.utf8.contains(0x0D) && example.log.utf8.count >= 200
        && example.log.utf8.split(separator: 0x0A).count > 3
    })
  func `read the same with the line ends of old systems`(_ example: NamedExample) throws {
    let text = example.log.replacing("\n", with: "\r")
    #expect(try ReadLog(text, chunkSize: 7).outline == example.outline, "a few bytes at a time")
  }

  @Test(arguments: examples)
  func `read the same with the line ends of Windows`(_ example: NamedExample) throws {
    let text = example.log.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    #expect(try ReadLog(text).outline == example.outline)
  }

  /// Each example in every sixth wrapping, each wrapping with every sixth example: the fuzzer dresses at random.
  @Test(arguments: bare.indices)
  func `read the same inside a wrapping`(_ number: Int) throws {
    let example = Self.bare[number]
    for (position, dressing) in Dressing.all.enumerated() where (number + position).isMultiple(of: 6) {
      let log = try ReadLog(dressing.dress(example.log))
      #expect(log.outline == example.outline, "\(example.testDescription), \(dressing.name)")
      #expect(log.contradictions == [], "\(example.testDescription), \(dressing.name)")
    }
  }
}

/// An example and its name.
struct NamedExample: CustomTestStringConvertible {
  let log: String
  let outline: String
  let detector: String
  let testDescription: String

  init(_ example: GrammarExample, of detector: String) {
    log = example.log
    outline = example.outline
    self.detector = detector
    testDescription = "\(detector): \(example.name)"
  }
}
