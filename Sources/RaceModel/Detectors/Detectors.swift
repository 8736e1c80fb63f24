/// All detectors whose reports can be read.
public enum Detectors {
  /// Their profiles. A new detector is a folder beside this file and one line here; the order is that in which
  /// grammars are asked whether a line opens a report of theirs.
  public static let all: [DetectorProfile] = [
    .go,
    .tsan,
    .kcsan,
    .helgrind,
    .drd,
  ]
}
