package import RaceModel

/// Why frames are called stale, and what source files say of it.
package struct StaleWords {
  private let stack: Report.Stack
  private let frames: FrameTable

  /// The words for frames of a stack.
  package init(_ id: StackID, _ detail: DetailedReport) {
    stack = detail.report.stack(at: id)
    frames = detail.frames
  }

  /// What speaks for a mark.
  package func reason(_ stale: StaleFrames) -> String {
    let words = stale.words(FrameWords.function(frames[stale.function]))
    guard let position = stale.ruledOut else { return words }
    let isSame = stack[position - 1] == stale.function
    return "\(words); source: \(ruledOut(position, name: isSame ? "it" : nil))"
  }

  /// `line 40 of b.go does not call p.x`
  ///
  /// - Parameter name: what the function is called; nil for its name.
  package func ruledOut(_ position: Int, name: String? = nil) -> String {
    let (outer, inner) = (frames[stack[position]], frames[stack[position - 1]])
    let file = FrameWords.place(file: outer.file, line: nil)
    let line = outer.line.map(String.init) ?? "?"
    return "line \(line) of \(file) does not call \(name ?? FrameWords.function(inner))"
  }

  /// A remark in a sentence.
  package static func sentence(_ remark: CallRemark, _ detail: DetailedReport) -> String {
    switch remark {
    case .confirmed(let id, let stale):
      let words = StaleWords(id, detail).reason(stale)
      return "no stale frames, though \(words): each line calls the next function"
    case .ruledOut(let id, let position):
      let words = StaleWords(id, detail).ruledOut(position)
      return "\(words): some frames there may be stale"
    }
  }
}
