extension Span<UInt8> {
  /// Whether a header ends as those do that announce a stack in all detectors' reports.
  func announcesStack(_ header: Range<Int>) -> Bool { ends("at:", in: header) || ends("here:", in: header) }
}
