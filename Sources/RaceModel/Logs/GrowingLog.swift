/// A log that was read to its end and goes on: reads what was added since.
///
/// The reader stands where the log ended, inside a report perhaps. What that would be if no more came is found by a
/// copy of the reader that takes the end for the log's end, so that the report is there at once and is completed, not
/// doubled, when the log goes on.
public struct GrowingLog {
  /// Bytes read at a time before what they hold is handed over.
  public static let longestStep = 64 << 20

  private let file: LogFile
  private let log: Int32
  private var reader: LogReader
  private var state: LoadedLog

  /// Goes once more over what was read of a log, to stand at its end.
  ///
  /// - Parameters:
  ///   - log: its position among the logs.
  ///   - known: what was found when it was read to its end.
  /// - Returns: nil when other things are found now: the file was rewritten.
  public init?(_ file: LogFile, log: Int32, known: LoadedLog) {
    self.init(file, log: log, known: known, chunkSize: 1 << 20)
  }

  /// The same by a reader that reads so many bytes at a time.
  package init?(_ file: LogFile, log: Int32, known: LoadedLog, chunkSize: Int) {
    self.file = file
    self.log = log
    reader = LogReader(chunkSize: chunkSize)
    state = LoadedLog(file)
    state.foreignMessage = known.foreignMessage
    reader.start(file, at: 0)
    do throws(InputError) {
      while try reader.buffer.fill(file, upTo: known.bytes) {
        reader.scan(isLast: false)
        state.reports += reader.takeFinished().count
        _ = reader.takeClaims()
      }
    } catch {
      return nil
    }
    state.bytes = reader.buffer.end
    var end = reader.copy()
    end.finish()
    let reports = state.reports + end.takeFinished().count
    guard
      (state.bytes, end.scanner.lines, reports, end.scanner.sink.notes)
        == (known.bytes, known.lines, known.reports, known.notes)
    else { return nil }
  }

  /// Reads what was added, up to a limit; of very much the rest is left for the next time.
  ///
  /// - Returns: what was found, to be appended to an index together: the last batch is what the log would hold if it
  ///   ended here. Nothing when nothing was added.
  public mutating func readOn() -> [IndexBatch] {
    var batches: [IndexBatch] = []
    let start = state.bytes
    do throws(InputError) {
      while state.bytes - start < Self.longestStep, try reader.buffer.fill(file) {
        reader.scan(isLast: false)
        state.bytes = reader.buffer.end
        state.lines = reader.scanner.lines
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
    state.lines = end.scanner.lines
    state.isFinished = true
    let batch = end.batch(log, &state)
    // The names that were just sent keep their numbers.
    reader.adoptNames(of: end)
    return batch
  }
}
