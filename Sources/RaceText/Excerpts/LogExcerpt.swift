package import RaceModel

/// Lines of a log around a report, or around another line.
package struct LogExcerpt: Sendable {
  /// Bytes to read before and after the report.
  package static let surroundings = 1 << 15
  /// The maximum bytes of a line: a screen never shows more.
  package static let longestLine = 1 << 14

  /// The lines, without their line ends.
  package var lines: [String]
  /// The physical line number of the first.
  package var firstNumber: Int
  /// The physical line number of the last; nil if there are none.
  package var lastNumber: Int? { lines.isEmpty ? nil : firstNumber + lines.count - 1 }
  /// Whether the log could not be read.
  package var failure: String?

  /// Lines of a log.
  package init(lines: [String], firstNumber: Int, failure: String? = nil) {
    self.lines = lines
    self.firstNumber = firstNumber
    self.failure = failure
  }

  /// The bytes of the log to read for the text of a report.
  package static func range(of entry: ReportEntry) -> Range<Int> {
    range(around: entry.bytes)
  }

  /// The bytes of the log to read for the text around some bytes.
  package static func range(around bytes: Range<Int>) -> Range<Int> {
    max(0, bytes.lowerBound - surroundings)..<bytes.upperBound + surroundings
  }

  /// The lines around a place.
  ///
  /// - Parameter bytes: the bytes of `range(around:)` for an empty range there, from its beginning on.
  package init(_ bytes: [UInt8], around place: LogPlace) {
    guard !bytes.isEmpty || place.start > 0 else {
      self.init(lines: [], firstNumber: 1, failure: "the log is empty")
      return
    }
    let range = Self.range(around: place.start..<place.start)
    self.init(bytes, of: range, start: place.start, line: place.line)
  }

  /// The lines around a report.
  ///
  /// - Parameter bytes: the bytes of `range(of: entry)`, from its beginning on.
  package init(_ bytes: [UInt8], around entry: ReportEntry) {
    self.init(bytes, of: Self.range(of: entry), start: entry.start, line: entry.startLine)
  }

  /// The lines of a range of the log in which line `line` begins at byte `start`.
  private init(_ bytes: [UInt8], of range: Range<Int>, start: Int, line: Int) {
    let start = start - range.lowerBound
    guard bytes.count > start else {
      self.init(lines: [], firstNumber: line, failure: "the log has changed since it was read")
      return
    }
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    // The piece may begin, and end, inside a line.
    let before = bytes[..<start].count { $0 == 0x0A }
    var first = line - before
    if range.lowerBound > 0, before > 0 {
      lines.removeFirst()
      first += 1
    }
    // The requested line stays, however incomplete it is.
    let isCut = bytes.count == range.count && first + lines.count - 1 > line
    if lines.last?.isEmpty == true || isCut { lines.removeLast() }
    self.init(
      lines: lines.map { line in
        let trimmed = line.last == 0x0D ? line.dropLast() : line
        return String(decoding: trimmed.prefix(Self.longestLine), as: UTF8.self)
      }, firstNumber: max(1, first))
  }
}

extension LogExcerpt {
  /// `FILE:LINE` in a line of a report: the file may hold blanks and colons.
  package static func place(in line: String) -> PrintedPlace? {
    var text = line[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    if let plus = text.range(of: "+0x") {
      text = text[..<plus.lowerBound]
      while text.last?.isWhitespace == true { text.removeLast() }
    }
    guard let colon = text.lastIndex(of: ":"), let number = Int(text[text.index(after: colon)...]) else {
      return nil
    }
    let file = text[..<colon].drop { $0.isWhitespace }
    return file.isEmpty ? nil : PrintedPlace(file: String(file), line: number)
  }
}

extension Substring {
  /// The last occurrence of `text`.
  fileprivate func range(of text: String) -> Range<Index>? {
    var start = endIndex
    while start > startIndex {
      formIndex(before: &start)
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
    }
    return nil
  }
}
