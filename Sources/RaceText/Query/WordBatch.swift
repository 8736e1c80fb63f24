/// The words of some consecutive reports. A word is identified by its number in the batch.
package struct WordBatch: Sendable {
  /// The distinct words.
  var words: [Word] = []
  /// The words of all reports, one report after the other, each word once a report.
  var lists: [Int32] = []
  /// How many of them each report has.
  var counts: [Int32] = []

  /// How many reports it covers.
  package var reportCount: Int { counts.count }
}
