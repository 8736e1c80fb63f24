/// The anchors of all grammars, and of lines that announce a job, looked for in one pass.
enum Anchors {
  /// Anchors for pages that break up all the others: a highlighter has put every word into an element of its own,
  /// `WARNING:<span class="w"> </span>DATA<span style="color: #BBB"> </span>RACE`, or the encoding of mails has cut the page anywhere.
  private static let ofPages: [StaticString] = [
    "\"> </span>", "</span> <span ", "=3D\"ltr\"", " class=3D\"", " style=3D\"",
  ]

  private static let search = AnchorSearch(ofReports + JobLine.anchors)
  private static let searchOfReports = AnchorSearch(ofReports)

  /// Those of lines that may open a report. One that two grammars share is looked for once.
  private static let ofReports = (Grammars.all.flatMap { $0.anchors } + ofPages)
    .reduce(into: [StaticString]()) { all, anchor in
      if !all.contains(where: { $0.description == anchor.description }) { all.append(anchor) }
    }

  /// A place in the first line that holds an anchor, where one begins; nil when there is none.
  static func first(in bytes: Span<UInt8>, _ range: Range<Int>) -> Int? { search.first(in: bytes, range) }

  /// Whether a line holds an anchor of reports.
  static func ofReportsAreIn(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    searchOfReports.first(in: bytes, line) != nil
  }

  /// Whether a text holds an anchor.
  static func areIn(_ text: Span<UInt8>) -> Bool { first(in: text, 0..<text.count) != nil }
}
