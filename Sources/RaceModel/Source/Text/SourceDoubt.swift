/// A reason why a line of a file may not be the line that the detector meant.
package enum SourceDoubt: Hashable, Sendable, CustomStringConvertible {
  /// The file was changed after the log was written.
  case newerThanLog
  /// The file ends before the line.
  case pastEnd(lineCount: Int)
  /// The line is blank.
  case blank
  /// The line holds only a comment.
  case commentOnly

  /// The reasons there are for a line, counted from 1.
  ///
  /// - Parameter logModified: when the log was last written; nil when unknown, as for a stream.
  package static func of(_ file: SourceFile, line: Int, logModified: FileTime?) -> [SourceDoubt] {
    var doubts: [SourceDoubt] = []
    if let logModified, file.modified.isEdited(after: logModified) { doubts.append(.newerThanLog) }
    guard let text = file.text(ofLine: line) else { return doubts + [.pastEnd(lineCount: file.lineCount)] }
    if text.allSatisfy(\.isWhitespace) {
      doubts.append(.blank)
    } else if let lexed = LexedLine(line, of: file), lexed.tokens.allSatisfy({ $0.kind == .comment }) {
      doubts.append(.commentOnly)
    }
    return doubts
  }

  /// The reason in a few words.
  package var description: String {
    switch self {
    case .newerThanLog: "newer than the log"
    case .pastEnd(let count): "has only \(count) \(count == 1 ? "line" : "lines")"
    case .blank: "a blank line"
    case .commentOnly: "only a comment"
    }
  }
}
