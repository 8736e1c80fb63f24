/// Where a report is in its log, as far as it was read.
///
/// ```
///  startLine, start ─▶  ==7== Lock at 0x10C0 was first observed          the first byte: stacks of locks may come first
///         firstLine ─▶  ==7== Possible data race during write by #1      the title
///        headerLine ─▶  ==7==    at 0x1092B1: main (bank.c:45)           the first line that shows that it is a report
///          lastLine ─▶  ==7==    by 0x1091AC: deposit (bank.c:21)
///               end ─▶
/// ```
struct ReportExtent {
  /// The physical line of the first byte.
  let startLine: Int
  /// The physical line of the title (of the first line where it is lost), and of the last line.
  var firstLine: Int
  var lastLine: Int
  /// The physical line of the first header; 0 when there is none.
  var headerLine = 0
  /// How many reports begin on the same line before it: a record, or a page of the web, may hold many.
  var ordinal: Int32 = 0
  /// Where the first line begins and where the last one ends, in bytes of the log.
  var start: Int
  var end: Int

  /// Package, test and job during which it was printed.
  var during = TestIDs.none

  /// A report of which the first line was read.
  init(line: Int, start: Int, end: Int) {
    startLine = line
    firstLine = line
    lastLine = line
    self.start = start
    self.end = end
  }

  /// The report's bytes.
  var bytes: RelatedBytes { RelatedBytes(start: start, count: end - start, line: startLine) }
}
