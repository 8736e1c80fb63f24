/// Synchronization that a detector does not see, so that a report may be a false alarm.
struct BlindSpot: Sendable {
  /// Functions and files by which a side shows that it uses it.
  struct Signs: Sendable {
    /// Parts of functions' names.
    var functions: [String] = []
    /// Names of files, without folders.
    var files: [String] = []
  }

  /// What one side has at its site or above it.
  let signs: Signs
  /// What the other side has there, too; nil where it may be anything.
  var otherSigns: Signs?
  /// What is not seen, and how to have it seen: a sentence.
  let words: String
}
