/// A log that was read to its end and grows: reads what was added since.
///
/// The reader stops where the log ended, perhaps inside a report. A copy of the reader treats this as the
/// log's end, so that the report appears at once and is completed, not doubled, when the log grows.
public struct GrowingLog {
  /// Bytes to read at a time before the results are passed on.
  public static let longestStep = 64 << 20

  private let file: LogFile
  private let log: Int32
  private var reader: LogReader
  private var state: LoadedLog

  /// Rereads the known part of a log, to continue at its end.
  ///
  /// - Parameters:
  ///   - log: its position among the logs.
  ///   - known: what was found when it was read to its end.
  /// - Returns: nil if the results differ, because the file was rewritten.
  public init?(_ file: LogFile, log: Int32, known: LoadedLog) {
    self.init(file, log: log, known: known, chunkSize: 1 << 20)
  }

  /// The same with a reader that reads a number of bytes at a time.
  package init?(_ file: LogFile, log: Int32, known: LoadedLog, chunkSize: Int) {
    self.file = file
    self.log = log
    reader = LogReader(chunkSize: chunkSize)
    state = LoadedLog(file)
    state.other.message = known.other.message
    reader.start(file, at: 0)
    do throws(InputError) {
      while try reader.buffer.fill(file, upTo: known.bytes) {
        reader.scan(isLast: false)
        state.reportCount += reader.takeFinished().count
        _ = reader.takeClaims()
      }
    } catch {
      return nil
    }
    state.bytes = reader.buffer.end
    var end = reader.copy()
    end.finish()
    let reports = state.reportCount + end.takeFinished().count
    guard
      (state.bytes, end.scanner.lines, reports, end.scanner.sink.notes)
        == (known.bytes, known.lineCount, known.reportCount, known.notes)
    else { return nil }
  }

  /// Reads what was added, up to a limit; the rest is left for the next time.
  ///
  /// - Returns: the results, to be appended to an index together: the last batch is what the log would hold
  ///   if it ended here. Empty if nothing was added.
  public mutating func readOn() -> [IndexBatch] {
    var batches: [IndexBatch] = []
    let start = state.bytes
    do throws(InputError) {
      while state.bytes - start < Self.longestStep, try reader.buffer.fill(file) {
        reader.scan(isLast: false)
        state.bytes = reader.buffer.end
        state.lineCount = reader.scanner.lines
        batches.append(reader.batch(log, &state))
      }
    } catch {
      state.failure = error.cause
    }
    guard !batches.isEmpty else { return [] }
    batches[0].readsOn = true
    batches.append(atEnd())
    return batches
  }

  /// What the log holds if it ends here.
  private mutating func atEnd() -> IndexBatch {
    var end = reader.copy()
    end.finish()
    var state = state
    state.lineCount = end.scanner.lines
    state.isFinished = true
    let batch = end.batch(log, &state)
    // The names that were just sent keep their numbers.
    reader.adoptNames(of: end)
    return batch
  }
}
