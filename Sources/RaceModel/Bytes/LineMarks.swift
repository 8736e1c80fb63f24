internal import CByteSearch

/// Which bytes of other programs' markup a line holds. Most lines hold none, so that one check shows that
/// nothing has to be undone.
struct LineMarks: OptionSet {
  let rawValue: UInt8

  static let equals = LineMarks(rawValue: UInt8(mark_equals))
  static let less = LineMarks(rawValue: UInt8(mark_less))
  static let ampersand = LineMarks(rawValue: UInt8(mark_ampersand))
  static let backslash = LineMarks(rawValue: UInt8(mark_backslash))
  static let number = LineMarks(rawValue: UInt8(mark_number))
  static let quote = LineMarks(rawValue: UInt8(mark_quote))
  static let bracket = LineMarks(rawValue: UInt8(mark_bracket))
  /// A byte that is not printable ASCII.
  static let control = LineMarks(rawValue: UInt8(mark_control))

  /// Whether the line is literal: nothing in it may have to be removed or decoded.
  var isPlain: Bool { isDisjoint(with: [.quote, .bracket, .ampersand, .backslash, .control]) }

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The marks of a line.
  @inline(__always)
  init(_ bytes: Span<UInt8>, _ line: Range<Int>) {
    guard line.lowerBound >= 0, line.upperBound <= bytes.count else {
      rawValue = 0
      return
    }
    rawValue = bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { marks_in($0, line.lowerBound, line.upperBound) } ?? 0
    }
  }
}
