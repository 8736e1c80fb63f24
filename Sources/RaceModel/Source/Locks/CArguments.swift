/// The arguments of a call.
struct CArguments {
  private(set) var all: [Range<Int>] = []

  init(_ words: Range<Int>, of source: CStatements.Source) {
    var start = words.lowerBound
    var index = start
    while index < words.upperBound {
      if source.code[index].isSign(",") {
        all.append(start..<index)
        start = index + 1
      }
      index = source.matches[index] > index ? source.matches[index] + 1 : index + 1
    }
    if start < words.upperBound { all.append(start..<words.upperBound) }
  }
}
