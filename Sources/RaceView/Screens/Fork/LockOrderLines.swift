internal import RaceModel
internal import RaceText

/// Lays out a lock order: the cycle, each thread with the lock that it holds and the one that it wants, where
/// the locks come from, and below that the frames in which they are taken.
struct LockOrderLines {
  private let order: LockOrder
  private let detail: DetailedReport
  private let words: LockOrderWords
  /// Whether folds are open.
  private let isOpen: Bool
  private let glyphs: Glyphs

  init(
    _ order: LockOrder, _ detail: DetailedReport, _ source: SourceLockOrder?, isOpen: Bool, glyphs: Glyphs
  ) {
    self.order = order
    self.detail = detail
    self.isOpen = isOpen
    self.glyphs = glyphs
    words = LockOrderWords(order, detail, source)
  }

  func lines() -> [ForkLine] {
    let cells: [ForkCell?] =
      [cycle()] + steps() + unprinted() + locks() + order.steps.indices.flatMap { stacks($0) }
    return cells.map { ForkLine(whole: $0) }
  }

  private var arrow: String { String(repeating: String(glyphs.horizontal), count: 2) + String(glyphs.marker) }

  /// `2 locks   m1 ──▸ m2 ──▸ m1`
  private func cycle() -> ForkCell {
    guard order.isCycle else {
      return .words(label: "cycle", "the report does not print all of it")
    }
    let count = "\(order.steps.count) orders that contradict each other"
    return .words(label: "cycle", "\(words.cycle(arrow))   \(count)")
  }

  /// One thread per line, in columns: what it holds, what it wants, where.
  private func steps() -> [ForkCell] {
    let threads = order.steps.map(words.thread)
    let held = order.steps.map { words.lock($0.held) }, wanted = order.steps.map { words.lock($0.wanted) }
    let rule = String(repeating: String(glyphs.horizontal), count: 2)
    return order.steps.indices.map { index in
      let place = words.place(order.steps[index]).map {
        "\(FrameWords.inSentence($0))  \(FrameWords.place(file: $0.file, line: $0.line))"
      }
      let text =
        pad(threads, index) + "  holds " + pad(held, index) + " \(rule)wants\(arrow) " + pad(wanted, index)
      return .step("\(text)   \(place ?? "")", side(index))
    }
  }

  /// The order without a printed stack.
  private func unprinted() -> [ForkCell] {
    words.unprinted.map { [.words(label: "", $0)] } ?? []
  }

  private func pad(_ texts: [String], _ index: Int) -> String {
    let width = texts.map { Fitting.columns($0) }.max() ?? 0
    return texts[index] + String(repeating: " ", count: width - Fitting.columns(texts[index]))
  }

  private func locks() -> [ForkCell] {
    order.locks.compactMap(words.origin).enumerated().map {
      .words(label: $0.offset == 0 ? "locks" : "", $0.element)
    }
  }

  /// The colour of a step: neighbours differ.
  private func side(_ step: Int) -> Side { step.isMultiple(of: 2) ? .a : .b }

  /// The frames in which a step's locks are taken, the held one first.
  private func stacks(_ index: Int) -> [ForkCell?] {
    let step = order.steps[index]
    let side = side(index)
    let taken = step.heldSection.map { ("\(words.thread(step)) takes \(words.lock(step.held))", $0) }
    let wanted = step.wantedSection.map { (words.held(step), $0) }
    let parts = [taken, wanted].compactMap(\.self)
    guard !parts.isEmpty else { return [] }
    return [nil]
      + parts.flatMap { title, section in
        [.step(title, side)] + frames(detail.report.sections[section], side)
      }
  }

  private func frames(_ section: Section, _ side: Side) -> [ForkCell] {
    guard let stack = section.stack, !stack.isEmpty else {
      return [.fold(MissingSide.stack, .branch(side))]
    }
    let frames = detail.frames(of: stack)
    let site = frames.firstIndex { !$0.isPlumbing }
    var cells: [ForkCell] = []
    var index = 0
    while index < frames.count {
      let run = isOpen ? 1 : max(1, frames[index...].prefix { $0.isPlumbing }.count)
      cells.append(
        run > 1
          ? .fold(PairFold.Kind.plumbing.words(run), .branch(side))
          : .frame(frames[index], .branch(side), isStale: false, isSite: index == site))
      index += run
    }
    return cells
  }
}
