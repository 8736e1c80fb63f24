/// Messages of the runtime and of `go test` that are part of no report, and lines that are notes of one.
extension GoGrammar {
  mutating func takeBackForeign() -> Bool {
    foreign.takeBack()
    return true
  }

  static func note(_ bytes: Span<UInt8>, _ line: Range<Int>) -> NoteOpening? {
    let text = bytes.trimmed(line)
    if bytes.ends("exit status 66", in: text) {
      let at = text.upperBound - 14
      return at == text.lowerBound || bytes[at - 1] <= 0x20 ? NoteOpening(at: at) : nil
    }
    if GoBlame.ends(bytes, text) {
      return NoteOpening(at: text.lowerBound, claimsReports: true)
    }
    // What a program dies of: the runtime's own check of maps, goroutines that all wait, a panic, whoever waited longer
    // than `go test` or a person wanted to.
    for words: StaticString in ["fatal error: ", "panic: ", "SIGQUIT: quit"] {
      guard let at = bytes.first(words, in: text), LineStart.isFirst(bytes, at, in: text) else { continue }
      let end = at + words.utf8CodeUnitCount
      guard (end < text.upperBound) == (bytes[end - 1] == 0x20) else { continue }
      return NoteOpening(at: at, isFatal: true)
    }
    guard bytes.ends(" exceeded, dying", in: text) else { return nil }
    return bytes.first("race: limit on ", in: text).map { NoteOpening(at: $0, isFatal: true) }
  }
}
