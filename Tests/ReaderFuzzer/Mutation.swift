internal import GrammarExamples

/// A change to a log, as it happens in transport or by malice.
enum Mutation: CaseIterable {
  case flipBits, setBytes, insertWords, insertWordLines, splice, replaceNumber
  case deleteLines, duplicateLines, shuffleLines, moveLine, joinLines, repeatLines
  case cutHead, cutTail, cutInside
  case prefixLines, countLines, interleave, interleaveWithPrefixes
  case wrapTestEvents, wrapDockerLog, escapeAll
  case stripBlankLines, stripIndentation, doubleSpace, carriageReturns, wrapColumns, encodeUTF16

  /// Changes a log.
  ///
  /// - Parameters:
  ///   - other: a piece of another log.
  ///   - limit: the maximum number of bytes.
  func apply(to bytes: inout [UInt8], other: [UInt8], limit: Int, using generator: inout SeededGenerator) {
    switch self {
    case .flipBits, .setBytes, .insertWords, .insertWordLines, .splice, .replaceNumber:
      changeBytes(&bytes, other, &generator)
    case .deleteLines, .duplicateLines, .shuffleLines, .moveLine, .joinLines, .repeatLines:
      changeLines(&bytes, limit, &generator)
    case .cutHead: bytes.removeFirst(Self.place(in: bytes, &generator))
    case .cutTail: bytes.removeSubrange(Self.place(in: bytes, &generator)...)
    case .cutInside:
      let start = Self.place(in: bytes, &generator)
      bytes.removeSubrange(start..<min(bytes.count, start + generator.size(upTo: 4096)))
    default: wrap(&bytes, other, &generator)
    }
  }

  /// A position in a log, or its end; often the beginning of a line.
  static func place(in bytes: [UInt8], _ generator: inout SeededGenerator) -> Int {
    let place = Int.random(in: 0...bytes.count, using: &generator)
    return generator.oneIn(2) ? place : bytes[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
  }

  /// A log's lines, each with its end.
  static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      lines.append(bytes[start..<end])
      start = end
    }
    return lines
  }

  private func changeBytes(_ bytes: inout [UInt8], _ other: [UInt8], _ generator: inout SeededGenerator) {
    let count = generator.size(upTo: 16)
    switch self {
    case .flipBits:
      for _ in 0..<count where !bytes.isEmpty {
        bytes[Int.random(in: bytes.indices, using: &generator)] ^=
          1 << UInt8.random(in: 0...7, using: &generator)
      }
    case .setBytes:
      for _ in 0..<count where !bytes.isEmpty {
        bytes[Int.random(in: bytes.indices, using: &generator)] = .random(
          in: .min ... .max, using: &generator)
      }
    case .insertWords, .insertWordLines:
      for _ in 0..<count {
        let word = Words.all[Int.random(in: Words.all.indices, using: &generator)]
        var place = Int.random(in: 0...bytes.count, using: &generator)
        if self == .insertWordLines { place = bytes[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0 }
        bytes.insert(contentsOf: word, at: place)
      }
    case .splice:
      let place = Self.place(in: bytes, &generator)
      bytes.insert(contentsOf: other, at: place)
      if generator.oneIn(2) {
        let end = place + other.count
        bytes.removeSubrange(end..<min(bytes.count, end + generator.size(upTo: 4096)))
      }
    case .replaceNumber:
      for _ in 0..<count { Self.replaceNumber(in: &bytes, &generator) }
    default: break
    }
  }

  /// Replaces a number by another.
  private static func replaceNumber(in bytes: inout [UInt8], _ generator: inout SeededGenerator) {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let from = Int.random(in: 0...bytes.count, using: &generator)
    guard let start = bytes[from...].firstIndex(where: digits.contains) else { return }
    let end = bytes[start...].firstIndex { !digits.contains($0) } ?? bytes.count
    let number = Words.numbers[Int.random(in: Words.numbers.indices, using: &generator)]
    bytes.replaceSubrange(start..<end, with: Array(number.utf8))
  }

  private func changeLines(_ bytes: inout [UInt8], _ limit: Int, _ generator: inout SeededGenerator) {
    var lines = Self.lines(bytes)
    guard !lines.isEmpty else { return }
    let start = Int.random(in: lines.indices, using: &generator)
    let range = start..<min(lines.count, start + generator.size(upTo: 24))
    switch self {
    case .deleteLines: lines.removeSubrange(range)
    case .duplicateLines: lines.insert(contentsOf: Array(lines[range]), at: range.upperBound)
    case .shuffleLines: lines[range].shuffle(using: &generator)
    case .moveLine:
      let line = lines.remove(at: start)
      lines.insert(line, at: Int.random(in: 0...lines.count, using: &generator))
    case .joinLines: for index in range { lines[index] = lines[index].prefix { $0 != 0x0A } }
    case .repeatLines:
      let block = Array(lines[range].joined())
      let times = min(generator.size(upTo: 20_000), limit / max(1, block.count))
      lines.insert(contentsOf: repeatElement(block[...], count: times), at: range.upperBound)
    default: break
    }
    bytes = Array(lines.joined())
  }
}
