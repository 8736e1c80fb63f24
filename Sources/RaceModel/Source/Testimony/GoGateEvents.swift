/// What a Go function does to channels that it uses as locks, as far as that shows: it sends an empty value, and receives
/// without keeping what it gets.
///
/// Source: "The Go Memory Model", channel communication: with a capacity of one, a receive happens before the next send
/// ends.
struct GoGateEvents {
  /// The statements in their order, by the channel as the code writes it; of channels alone that both is done to.
  private(set) var byChannel: [String: [GoLockEvent]] = [:]

  init(_ blocks: GoBlocks) {
    let places = blocks.places
    for arrow in places.indices where places[arrow].word.isSign("<-") {
      if let (channel, start) = Self.path(endingAt: arrow, blocks), Self.isEmptyValue(arrow + 1, places) {
        append(.lock, channel, start, places)
      } else if arrow == 0 || Self.beginsStatement(arrow, places),
        let channel = Self.path(from: arrow + 1, places)
      {
        append(.unlock, channel, arrow, places)
      }
    }
    byChannel = byChannel.filter { _, events in
      events.contains { $0.kind == .lock } && events.contains { $0.kind == .unlock }
    }
  }

  private mutating func append(
    _ kind: GoLockEvent.Kind, _ channel: String, _ position: Int, _ places: [GoBlocks.Place]
  ) {
    byChannel[channel, default: []].append(
      GoLockEvent(
        kind: kind, lock: channel, isDeferred: false, position: position, line: places[position].line,
        block: places[position].block))
  }

  /// The names before an arrow, when nothing else is in their statement.
  private static func path(endingAt arrow: Int, _ blocks: GoBlocks) -> (name: String, start: Int)? {
    let places = blocks.places
    var start = arrow - 1
    guard start >= 0, places[start].word.kind == .identifier else { return nil }
    while start > 1, places[start - 1].word.isSign("."), places[start - 2].word.kind == .identifier {
      start -= 2
    }
    guard beginsStatement(start, places) else { return nil }
    return (places[start..<arrow].map(\.word.text).joined(), start)
  }

  /// The names behind an arrow, when the statement ends with them.
  private static func path(from start: Int, _ places: [GoBlocks.Place]) -> String? {
    var end = start
    guard places.indices.contains(end), places[end].word.kind == .identifier else { return nil }
    while end + 2 < places.count, places[end + 1].word.isSign("."), places[end + 2].word.kind == .identifier {
      end += 2
    }
    if places.indices.contains(end + 1) {
      let next = places[end + 1]
      guard next.line != places[end].line || next.word.isSign("}") || next.word.isSign(";") else {
        return nil
      }
    }
    return places[start...end].map(\.word.text).joined()
  }

  /// `struct{}{}`
  private static func isEmptyValue(_ start: Int, _ places: [GoBlocks.Place]) -> Bool {
    guard start + 4 < places.count else { return false }
    return places[start...(start + 4)].map(\.word.text) == ["struct", "{", "}", "{", "}"]
  }

  /// A clause of `select` begins with `case`: what it does may not be done.
  private static func beginsStatement(_ position: Int, _ places: [GoBlocks.Place]) -> Bool {
    guard position > 0 else { return true }
    let before = places[position - 1]
    if before.word.kind == .sign, ["{", "}", ";"].contains(before.word.text) { return true }
    return before.line != places[position].line
      && (before.word.kind != .sign || [")", "]", ":", "++", "--"].contains(before.word.text))
  }
}
