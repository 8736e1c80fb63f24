internal import RaceText

extension Screen {
  /// Moves the cursor to the next match, going round at the end.
  mutating func find(forward: Bool, includingCurrent: Bool, _ context: inout Context) {
    guard let search = context.search else {
      return context.say("no search yet; \(context.key(Common.search)) starts one")
    }
    let (texts, cursor) = searched(for: search, context)
    guard !texts.isEmpty else { return }
    let step = forward ? 1 : -1
    for distance in (includingCurrent ? 0 : 1)...texts.count {
      let position = ((cursor + step * distance) % texts.count + texts.count) % texts.count
      guard texts[position].contains(where: search.matches) else { continue }
      if distance == texts.count {
        context.say("no other match for \(search.text)")
      } else if forward ? position < cursor : position > cursor {
        context.say("search wrapped")
      }
      return select(match: position, &context)
    }
    context.say("no match for \(search.text)\(searchedPart(context))", isWarning: true)
  }
}
