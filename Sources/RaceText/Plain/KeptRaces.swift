/// Printed races in little memory: their texts one after the other.
///
/// As strings they would take a quarter of the memory of the index.
struct KeptRaces {
  /// What ends a text; no byte of UTF-8 is like it.
  private static let textEnd: UInt8 = 0xFF
  private let mostBytes: Int

  private var bytes: [UInt8] = []
  private var starts: [UInt32] = []

  /// - Parameter mostBytes: no more are kept when their texts have so many bytes.
  init(mostBytes: Int = 8 << 20) { self.mostBytes = mostBytes }

  /// How many there are.
  var count: Int { starts.count }

  /// Keeps a race, if there is room for it and was for those before it.
  mutating func append(_ race: borrowing PrintedRace) {
    guard bytes.count < mostBytes else { return }
    starts.append(UInt32(bytes.count))
    add(race.number)
    add(race.count)
    add(race.runs)
    add(race.test)
    add(race.state)
    bytes.append(UInt8(race.sides.count))
    for side in race.sides {
      bytes.append(side.isKnown ? 1 : 0)
      add(side.letters)
      add(side.name)
      add(side.place)
    }
    for line in race.more { add(line) }
  }

  private mutating func add(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    bytes.append(Self.textEnd)
  }

  /// The race at a position.
  subscript(position: Int) -> PrintedRace {
    let end = position + 1 < starts.count ? Int(starts[position + 1]) : bytes.count
    var rest = bytes[Int(starts[position])..<end]
    func next() -> String {
      let text = rest.prefix { $0 != Self.textEnd }
      rest = rest[(text.endIndex + 1)...]
      return String(decoding: text, as: UTF8.self)
    }
    let (number, count, runs, test, state) = (next(), next(), next(), next(), next())
    let sides = (0..<(rest.popFirst() ?? 0)).map { _ in
      let isKnown = rest.popFirst() == 1
      return PrintedRace.Line(letters: next(), name: next(), place: next(), isKnown: isKnown)
    }
    var more: [String] = []
    while !rest.isEmpty { more.append(next()) }
    return PrintedRace(
      number: number, count: count, runs: runs, sides: sides, test: test, state: state, more: more)
  }
}
