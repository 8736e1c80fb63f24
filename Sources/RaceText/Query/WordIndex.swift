internal import RaceModel

/// The words of all reports, as far as they have been reread, in the order of the index; and which of them
/// hold a pattern.
package struct WordIndex: Sendable {
  /// How much memory it may take, in bytes: some 47,000 reports with 20 frames each take 30 MB. Reports
  /// beyond it are not searched.
  package static let capacity = 256 << 20

  private var words: [Word] = []
  private var numbers: [Word: Int32] = [:]
  private var pool = WordPool()
  private var textBytes = 0
  private var lists: [Int32] = []
  /// Where the words of each report end in `lists`.
  private var ends: [Int] = []
  /// Which words hold a pattern, for the most recent patterns.
  private var answers: [Question: Answered] = [:]

  private struct Question: Hashable {
    var pattern: SearchPattern
    var field: QueryField?
  }

  /// Which of the first words hold a pattern.
  private struct Answered {
    var isMatch: [Bool] = []
    var lastAsked = 0
  }

  private static let mostAnswers = 16
  private var asked = 0

  /// An index of nothing.
  package init() {}

  /// How many reports have been read, the first ones of the index.
  package var reportCount: Int { ends.count }

  /// Whether there is no room for more.
  package var isFull: Bool { byteCount > Self.capacity }

  /// An estimate of the memory that it takes, in bytes.
  package var byteCount: Int {
    lists.count * 4 + ends.count * 8 + pool.byteCount + textBytes + words.count * 120
  }

  /// Takes the words of the next reports.
  package mutating func append(_ batch: WordBatch) {
    let table = batch.words.map { number(of: $0) }
    var rest = batch.lists[...]
    for count in batch.counts {
      for number in rest.prefix(Int(count)) { lists.append(table[Int(number)]) }
      rest = rest.dropFirst(Int(count))
      ends.append(lists.count)
    }
  }

  private mutating func number(of word: Word) -> Int32 {
    if let number = numbers[word] { return number }
    let number = Int32(words.count)
    words.append(word)
    numbers[word] = number
    pool.append(word.text)
    textBytes += word.text.utf8.count
    return number
  }

  // MARK: Asking

  /// Marks the races whose reports hold a pattern.
  ///
  /// - Parameters:
  ///   - field: where to search; nil for everywhere.
  ///   - race: the race of each report.
  ///   - found: one flag per race.
  package mutating func mark(
    _ pattern: SearchPattern, in field: QueryField?, race: (Int) -> Int, _ found: inout [Bool]
  ) {
    let isMatch = matches(pattern, field)
    guard isMatch.contains(true) else { return }
    isMatch.withUnsafeBufferPointer { isMatch in
      lists.withUnsafeBufferPointer { lists in
        var start = 0
        for (report, end) in ends.enumerated() {
          if lists[start..<end].contains(where: { isMatch[Int($0)] }) { found[race(report)] = true }
          start = end
        }
      }
    }
  }

  /// The words of a field that hold a text, for completion: the first ones, sorted.
  package func words(of field: QueryField, holding text: String, most: Int) -> [String] {
    let pattern = SearchPattern(text)
    var found: Set<String> = []
    for word in words where word.field == field && found.count < 50 * most {
      if pattern?.matches(word.text) != false { found.insert(word.text) }
    }
    return Array(found.sorted().prefix(most))
  }

  private mutating func matches(_ pattern: SearchPattern, _ field: QueryField?) -> [Bool] {
    let question = Question(pattern: pattern, field: field)
    var answered = answers.removeValue(forKey: question) ?? Answered()
    extend(&answered.isMatch, pattern, field)
    asked += 1
    answered.lastAsked = asked
    if answers.count >= Self.mostAnswers,
      let oldest = answers.min(by: { $0.value.lastAsked < $1.value.lastAsked })
    {
      answers[oldest.key] = nil
    }
    answers[question] = answered
    return answered.isMatch
  }

  /// Checks the words that were not checked yet.
  private func extend(_ isMatch: inout [Bool], _ pattern: SearchPattern, _ field: QueryField?) {
    let first = isMatch.count
    isMatch += repeatElement(false, count: words.count - first)
    guard let needle = pattern.foldedNeedle else {
      for number in first..<words.count where Self.isAsked(words[number].field, field) {
        isMatch[number] = pattern.matches(words[number].text)
      }
      return
    }
    pool.forEach(holding: needle, from: first) { number in
      let word = words[number]
      guard Self.isAsked(word.field, field) else { return }
      isMatch[number] = pattern.ignoresCase || pattern.matches(word.text)
    }
  }

  private static func isAsked(_ word: QueryField, _ field: QueryField?) -> Bool {
    field.map { $0 == word } ?? true
  }
}
