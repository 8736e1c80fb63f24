/// A file or a stream that was read.
public struct LoadedLog: Sendable {
  /// The name as the user gave it, `-` for standard input.
  public var name: String
  /// Bytes read so far.
  public var bytes = 0
  /// Reports that begin before this byte have all been found.
  public var settled = 0
  /// How many bytes there are; nil for a stream.
  public var size: Int?
  /// Physical lines read so far.
  public var lines = 0
  /// Reports found so far.
  public var reports = 0
  /// What it holds beside reports that tells what happened.
  public var notes = LogNotes()
  /// What else went wrong, when it was read and no report was found.
  public var foreignMessage: LogNote?
  /// What it is by its first bytes, when it was read and no report was found.
  public var content = LogContent.text
  /// Why reading ended early, in words.
  public var failure: InputError.Cause?
  /// Where the copy of a stream ended before it did.
  public var copyEnd: CopyEnd?
  /// Whether reading has ended.
  public var isFinished = false

  /// Whether the user named a folder that it is in, and not the log itself.
  var isFromFolder = false
  /// Whether it is a run even without reports, see `LogRun`.
  var isRun: Bool { !isFromFolder || !notes.kept.isEmpty }

  /// A log of which nothing has been read.
  public init(name: String) { self.name = name }

  /// A log of which nothing has been read.
  public init(_ file: LogFile) {
    name = file.name
    isFromFolder = file.isFromFolder
  }
}

extension LoadedLog {
  /// Tells what a log is that was read to its end and has no report.
  mutating func look(into file: LogFile) {
    guard isFinished, reports == 0 else { return }
    content = LogContent(file.bytes(0..<LogContent.headSize))
    if content == .text { foreignMessage = ForeignMessage.first(in: file, bytes: bytes, lines: lines) }
  }
}
