/// The arguments of a call.
struct CArguments {
  private(set) var all: [Range<Int>] = []

  init(_ words: Range<Int>, of source: FunctionSource) {
    var start = words.lowerBound
    var index = start
    while index < words.upperBound {
      if source.code[index].isSign(",") {
        all.append(start..<index)
        start = index + 1
      }
      index = source.matches.next(index)
    }
    if start < words.upperBound { all.append(start..<words.upperBound) }
  }
}
