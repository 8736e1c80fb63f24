/// A file or a stream that was read.
public struct LoadedLog: Sendable {
  /// The name as the user gave it, `-` for standard input.
  public var name: String
  /// Bytes read so far.
  public var bytes = 0
  /// Reports that begin before this byte have all been found.
  package var settled = 0
  /// How many bytes there are; nil for a stream.
  public var size: Int?
  /// Physical lines read so far.
  public var lines = 0
  /// Reports found so far.
  public var reports = 0
  /// Its notes besides reports.
  package var notes = LogNotes()
  /// Its first message of another tool, if it was read and no report was found.
  package var foreignMessage: LogNote?
  /// Whether a test runner says that all passed, if it was read and no report was found.
  package var hasPassed = false
  /// Its kind from its first bytes, if it was read and no report was found.
  package var content = LogContent.text
  /// Why reading ended early, in words.
  public var failure: InputError.Cause?
  /// Where the copy of a stream ended before the stream did.
  public var copyEnd: CopyEnd?
  /// Whether reading has ended.
  public var isFinished = false

  /// Whether the user named a folder that contains it, not the log itself.
  var isFromFolder = false
  /// Whether it is a run even without reports, see `LogRun`.
  var isRun: Bool { !isFromFolder || !notes.kept.isEmpty }

  /// An unread log.
  package init(name: String) { self.name = name }

  /// An unread log.
  package init(_ file: LogFile) {
    name = file.name
    isFromFolder = file.isFromFolder
  }
}

extension LoadedLog {
  /// Finds the kind of a log that was read to its end and has no report.
  mutating func look(into file: LogFile) {
    guard isFinished, reports == 0 else { return }
    content = LogContent(file.bytes(0..<LogContent.headSize))
    guard content == .text else { return }
    foreignMessage = ForeignMessage.first(in: file, bytes: bytes, lines: lines)
    hasPassed = foreignMessage == nil && PassedRun.isIn(file, bytes: bytes)
  }
}
