/// All detectors whose reports can be read.
package enum Detectors {
  /// Their profiles. A new detector is a folder beside this file and one line here; the order is that in which
  /// grammars are asked whether a line opens a report of theirs.
  package static let all: [DetectorProfile] = [
    .go,
    .tsan,
    .kcsan,
    .helgrind,
    .drd,
  ]

  /// What to do about a message of a detector's runtime, a sentence; nil where nothing is known to help.
  package static func remedy(for message: String) -> String? {
    all.lazy.flatMap(\.remedies).first { message.contains($0.message) }?.words
  }
}
