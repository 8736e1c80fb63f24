/// Numbers that tell writers apart.
extension LogScanner {
  /// The prefix of a report of which one line is known. A number that it begins with may count lines; beside a report
  /// whose lines all have another number there it is the writer's: `12: ` and `13: ` of two tests that run at once.
  func prefixOfHeadless(_ bytes: Span<UInt8>, _ own: Range<Int>, _ stream: TextStream) -> LinePrefix {
    let prefix = LinePrefix(bytes, own)
    guard !prefix.isEmpty, open.has(stream), open.areFew(in: stream) else { return prefix }
    let fixed = LinePrefix(bytes, own, and: bytes.bytes(own))
    guard fixed != prefix else { return prefix }
    let areWriters = open.indices(of: stream).contains { index in
      let other = open[stream, index]
      return !other.isAnnounced && fixed.steps.hasOtherNumbers(than: other.prefix.steps)
    }
    return areWriters ? fixed : prefix
  }
}
