package import RaceModel

/// Rereads reports to collect their words.
package struct WordReader {
  private var reader = ReportReader()
  private var batch = WordBatch()
  private var numbers: [Word: Int32] = [:]
  /// The words of each of the reader's frames; nil if not known yet.
  private var frames: [[Int32]?] = []
  /// The last report with each word.
  private var lastMet: [Int32] = []

  /// A reader that has read nothing.
  package init() {}

  /// The words of reports, in their order. A report that is no longer in its log has none.
  package mutating func read(_ entries: [ReportEntry], of files: [LogFile]) -> WordBatch {
    (batch, numbers, frames, lastMet) = (WordBatch(), [:], [], [])
    reader.fetch(entries, of: files)
    for entry in entries {
      let file = files[Int(entry.log)]
      if reader.makeRoom(for: file) { frames = [] }
      let start = batch.lists.count
      if let report = reader.read(entry, from: file) { add(report) }
      batch.counts.append(Int32(batch.lists.count - start))
    }
    return batch
  }

  private mutating func add(_ report: Report) {
    for access in report.accesses {
      add(access.stack)
      add(.thread, access.thread?.description)
      add(.address, access.address?.description)
      for lock in access.locks { add(.lock, lock.id) }
    }
    for thread in report.threads {
      add(thread.created)
      add(.thread, thread.name.description)
      add(.thread, thread.label)
    }
    for location in report.locations {
      add(location.stack)
      add(.on, location.text)
      add(.on, location.name)
      add(.address, location.address?.description)
    }
    for lock in report.locks {
      add(lock.created)
      add(.lock, lock.text.isEmpty ? lock.id : lock.text)
    }
    for section in report.sections {
      add(section.stack)
      add(.thread, section.thread?.description)
      add(.note, section.title)
    }
    for note in report.notes { add(.note, note.text) }
  }

  private mutating func add(_ stack: Report.Stack?) {
    for id in stack ?? [] {
      let index = Int(id.index)
      while frames.count <= index { frames.append(nil) }
      let numbers = frames[index] ?? words(of: reader.frames[id])
      frames[index] = numbers
      for number in numbers { meet(number) }
    }
  }

  private mutating func words(of frame: Frame) -> [Int32] {
    var words: [Word] = []
    if let function = frame.function { words.append(Word(field: .function, text: function)) }
    if let file = frame.file {
      let line = frame.line.map { ":\($0)" } ?? ""
      words.append(Word(field: .path, text: file + line))
      words.append(Word(field: .file, text: String(lastComponent(file)) + line))
    }
    if let module = frame.module { words.append(Word(field: .path, text: module)) }
    return words.map { number(of: $0) }
  }

  private mutating func add(_ field: QueryField, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    meet(number(of: Word(field: field, text: text)))
  }

  private mutating func number(of word: Word) -> Int32 {
    if let number = numbers[word] { return number }
    let number = Int32(batch.words.count)
    batch.words.append(word)
    numbers[word] = number
    lastMet.append(-1)
    return number
  }

  /// Records a word of the current report.
  private mutating func meet(_ number: Int32) {
    let report = Int32(batch.counts.count)
    guard lastMet[Int(number)] != report else { return }
    lastMet[Int(number)] = report
    batch.lists.append(number)
  }
}
