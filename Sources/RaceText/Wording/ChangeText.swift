package import RaceModel

extension LogChange {
  /// What has become of a file, in words that follow its name.
  package var words: String {
    switch self {
    case .grown(let bytes): "has grown by \(Counting.bytes(bytes))"
    case .truncated: "was truncated"
    case .rewritten: "was rewritten"
    case .replaced: "was replaced by another"
    }
  }
}
