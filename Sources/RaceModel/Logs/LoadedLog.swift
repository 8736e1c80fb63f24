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
  public var lineCount = 0
  /// Reports found so far.
  public var reportCount = 0
  /// Its notes besides reports.
  package var notes = LogNotes()
  /// What it holds, if it was read to its end and no report was found.
  package var other = OtherContent()
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
    guard isFinished, reportCount == 0 else { return }
    other.kind = LogContent(file.bytes(0..<LogContent.headSize))
    guard other.kind == .text else { return }
    other.message = ForeignMessage.first(in: file, bytes: bytes, lines: lineCount)
    other.hasPassed = other.message == nil && PassedRun.isIn(file, bytes: bytes)
  }
}
