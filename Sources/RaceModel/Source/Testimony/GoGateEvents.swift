/// What a Go function does to channels that it uses as locks, as far as that shows: it sends an empty value, and receives
/// without keeping what it gets.
///
/// Source: "The Go Memory Model", channel communication: with a capacity of one, a receive happens before the next send
/// ends.
struct GoGateEvents {
  /// The statements in their order, by the channel as the code writes it; of channels alone that both is done to.
  private(set) var byChannel: [String: [GoLockEvent]] = [:]

  init(_ blocks: GoBlocks) {
    let tokens = blocks.tokens
    for arrow in tokens.indices where tokens[arrow].word.isSign("<-") {
      if let (channel, start) = Self.path(endingAt: arrow, blocks), Self.isEmptyValue(arrow + 1, tokens) {
        append(.lock, channel, start, tokens)
      } else if arrow == 0 || Self.beginsStatement(arrow, tokens),
        let channel = Self.path(from: arrow + 1, tokens)
      {
        append(.unlock, channel, arrow, tokens)
      }
    }
    byChannel = byChannel.filter { _, events in
      events.contains { $0.kind == .lock } && events.contains { $0.kind == .unlock }
    }
  }

  private mutating func append(
    _ kind: GoLockEvent.Kind, _ channel: String, _ position: Int, _ tokens: [GoBlocks.Token]
  ) {
    byChannel[channel, default: []].append(
      GoLockEvent(
        kind: kind, lock: channel, isDeferred: false, position: position, line: tokens[position].line,
        block: tokens[position].block))
  }

  /// The names before an arrow, when nothing else is in their statement.
  private static func path(endingAt arrow: Int, _ blocks: GoBlocks) -> (name: String, start: Int)? {
    let tokens = blocks.tokens
    var start = arrow - 1
    guard start >= 0, tokens[start].word.kind == .identifier else { return nil }
    while start > 1, tokens[start - 1].word.isSign("."), tokens[start - 2].word.kind == .identifier {
      start -= 2
    }
    guard beginsStatement(start, tokens) else { return nil }
    return (tokens[start..<arrow].map(\.word.text).joined(), start)
  }

  /// The names behind an arrow, when the statement ends with them.
  private static func path(from start: Int, _ tokens: [GoBlocks.Token]) -> String? {
    var end = start
    guard tokens.indices.contains(end), tokens[end].word.kind == .identifier else { return nil }
    while end + 2 < tokens.count, tokens[end + 1].word.isSign("."), tokens[end + 2].word.kind == .identifier {
      end += 2
    }
    if tokens.indices.contains(end + 1) {
      let next = tokens[end + 1]
      guard next.line != tokens[end].line || next.word.isSign("}") || next.word.isSign(";") else {
        return nil
      }
    }
    return tokens[start...end].map(\.word.text).joined()
  }

  /// `struct{}{}`
  private static func isEmptyValue(_ start: Int, _ tokens: [GoBlocks.Token]) -> Bool {
    guard start + 4 < tokens.count else { return false }
    return tokens[start...(start + 4)].map(\.word.text) == ["struct", "{", "}", "{", "}"]
  }

  /// A clause of `select` begins with `case`: what it does may not be done.
  private static func beginsStatement(_ position: Int, _ tokens: [GoBlocks.Token]) -> Bool {
    guard position > 0 else { return true }
    let before = tokens[position - 1]
    if before.word.kind == .sign, ["{", "}", ";"].contains(before.word.text) { return true }
    return before.line != tokens[position].line
      && (before.word.kind != .sign || [")", "]", ":", "++", "--"].contains(before.word.text))
  }
}
