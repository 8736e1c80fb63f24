import Testing

@testable import RaceModel

@Suite struct `Short lists` {
  @Test(arguments: 0...5) func `keep their elements in order`(count: Int) {
    var list = ShortList<Int>()
    for element in 0..<count { list.append(element) }
    #expect(Array(list) == Array(0..<count) && list.count == count && list.isEmpty == (count == 0))
    #expect(list.first == (count > 0 ? 0 : nil) && list.last == (count > 0 ? count - 1 : nil))
    #expect(list.indices.map { list[$0] } == Array(0..<count))
  }

  @Test(arguments: [
    ([], 0, [9]), ([1], 0, [9, 1]), ([1], 1, [1, 9]), ([1, 2], 0, [9, 1, 2]), ([1, 2], 1, [1, 9, 2]),
    ([1, 2], 2, [1, 2, 9]), ([1, 2, 3], 1, [1, 9, 2, 3]), ([1, 2, 3], 3, [1, 2, 3, 9]),
  ])
  func `take an element at any place`(elements: [Int], position: Int, expected: [Int]) {
    var list = ShortList(elements)
    list.insert(9, at: position)
    #expect(Array(list) == expected)
  }
}
