import Testing

@testable import RaceModel

@Suite struct `Tables of positions` {
  @Test(arguments: [true, false]) func `find every element, also of one hash`(_ isAlike: Bool) {
    let elements = (0..<1000).map { "name \($0)" }
    func hash(_ number: Int) -> UInt64 { isAlike ? 7 : UInt64(number) &* 0x9E37_79B9_7F4A_7C15 }
    var table = PositionTable()
    #expect(table.find(7) { _ in true } == nil)
    for (number, element) in elements.enumerated() {
      let (position, isNew) = table.position(hash(number)) { elements[$0] == element }
      #expect(position == Int32(number) && isNew)
    }
    for (number, element) in elements.enumerated() {
      let (position, isNew) = table.position(hash(number)) { elements[$0] == element }
      #expect(position == Int32(number) && !isNew)
      #expect(table.find(hash(number)) { elements[$0] == element } == Int32(number))
    }
    #expect(table.find(hash(3)) { elements[$0] == "another" } == nil)
  }
}
