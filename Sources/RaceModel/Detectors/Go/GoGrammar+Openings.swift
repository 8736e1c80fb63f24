/// What opens a report, and where headers begin in other lines.
extension GoGrammar {
  static func opening(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Opening? {
    if let title = GoLine.title(bytes, line) { return .title(at: title) }
    return header(bytes, line).map { .section(at: $0) }
  }

  static func header(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    let end = withoutPipes(bytes, bytes.trimmed(line)).upperBound
    for word in headerWords {
      var from = line.lowerBound
      while let found = bytes.first(word, in: from..<line.upperBound), found < end {
        let rest = found..<end
        if GoAccess.parse(bytes, rest) != nil || GoCreation.parse(bytes, rest) != nil { return found }
        // With somebody's words behind it.
        if let colon = bytes.first(": ", in: rest) ?? bytes.first(":\t", in: rest),
          Annotation.range(bytes, colon + 1..<end) != nil,
          GoAccess.parse(bytes, found..<colon + 1) != nil || GoCreation.parse(bytes, found..<colon + 1) != nil
        {
          return found
        }
        if GoLine.headerAndFrame(bytes, rest) != nil { return found }
        from = found + 1
      }
    }
    return nil
  }

  private static let headerWords: [StaticString] = ["Previous ", "Read ", "Write ", "Goroutine "]

  static func titleEnd(_ bytes: Span<UInt8>, _ title: Range<Int>) -> Int {
    let isDeadlock = bytes.has("WARNING: DEADLOCK", at: title.lowerBound, end: title.upperBound)
    return min(title.upperBound, title.lowerBound + (isDeadlock ? 17 : 18))
  }
}
