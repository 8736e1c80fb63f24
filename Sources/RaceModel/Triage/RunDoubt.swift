/// Why a run may not show everything.
public enum RunDoubt: Hashable, Sendable, CustomStringConvertible {
  /// A log could not be read to its end.
  case unreadable(InputError)
  /// A log ends inside a report.
  case cut(log: String, line: Int)
  /// The detector, or the program, broke off; its own words.
  case fatal(log: String, line: Int, words: String)
  /// Nothing in a log shows that a detector, or a test under it, ran.
  case noSign(log: String)

  /// The doubts about the logs of an index, in their order.
  ///
  /// - Parameter files: the index's logs, in its order.
  public static func all(_ index: LogIndex, _ files: [LogFile]) -> [RunDoubt] {
    var cut: [Int32: ReportEntry] = [:]
    for report in index.reports where report.isOpenEnded && !report.isComplete { cut[report.log] = report }
    return index.logs.enumerated().flatMap { position, log -> [RunDoubt] in
      let name = LogFile.title(log.name)
      if let cause = log.failure { return [.unreadable(InputError(name: log.name, cause: cause))] }
      var doubts: [RunDoubt] = []
      if let report = cut[Int32(position)] { doubts.append(.cut(log: name, line: report.endLine)) }
      if let note = log.notes.kept.first(where: \.isFatal) {
        doubts.append(.fatal(log: name, line: note.line, words: note.text))
      }
      if log.reportCount == 0, doubts.isEmpty, log.notes.kept.isEmpty, !RunSign.isIn(files[position]) {
        doubts.append(.noSign(log: name))
      }
      return doubts
    }
  }

  /// One line that names the log and the cause.
  public var description: String {
    switch self {
    case .unreadable(let error): "\(error)"
    case .cut(let log, let line): "\(log):\(line): the log ends inside a report"
    case .fatal(let log, let line, let words): "\(log):\(line): \(words)"
    case .noSign(let log): "\(log): nothing in it shows that tests or a detector ran"
    }
  }
}
