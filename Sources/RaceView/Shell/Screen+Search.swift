internal import RaceText

extension Screen {
  /// Moves the cursor to the next match, and wraps at the end.
  mutating func find(forward: Bool, includingCurrent: Bool, _ context: inout Context) {
    guard let search = context.search else {
      return context.say("no search yet; \(context.key(Common.search)) starts one")
    }
    let (texts, cursor) = searched(for: search, context)
    let hits = texts.indices.filter { texts[$0].contains(where: search.matches) }
    guard let first = hits.first, let last = hits.last else {
      context.found = nil
      return context.say("no match for \(search.text)\(searchedPart(context))", isWarning: true)
    }
    let ahead =
      forward
      ? hits.firstIndex { includingCurrent ? $0 >= cursor : $0 > cursor }
      : hits.lastIndex { includingCurrent ? $0 <= cursor : $0 < cursor }
    let target = ahead ?? (forward ? 0 : hits.count - 1)
    context.found = SearchResult(number: target + 1, count: hits.count)
    if ahead == nil {
      context.say(first == last && first == cursor ? "no other match for \(search.text)" : "search wrapped")
    }
    select(match: hits[target], &context)
  }
}
