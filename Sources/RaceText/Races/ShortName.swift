/// The short name of a function in a list that is sorted: the function, and where its short name begins.
struct ShortName: Comparable {
  private let function: String
  private let start: Int
  /// The first bytes of the name behind those that all names have, as a number, enough for most comparisons. After a
  /// byte beyond ASCII all names count as equal, because their order is not that of bytes.
  private var head: UInt128 = 0
  /// The row of the function.
  let row: Int

  init(_ name: (function: String, start: Int), row: Int) {
    (function, start) = name
    self.row = row
  }

  private var bytes: Substring.UTF8View { function.utf8.dropFirst(start) }

  /// Reads the bytes that are compared first.
  mutating func readHead(from common: Int) {
    var bytes = bytes.dropFirst(common).makeIterator()
    var isASCII = true
    head = (0..<16).reduce(0) { head, _ in
      let byte = bytes.next() ?? 0
      isASCII = isASCII && byte < 0x80
      return head << 8 | (isASCII ? UInt128(byte) : 0xFF)
    }
  }

  static func == (first: ShortName, second: ShortName) -> Bool {
    first.head == second.head && Substring(first.bytes) == Substring(second.bytes)
  }

  static func < (first: ShortName, second: ShortName) -> Bool {
    first.head != second.head
      ? first.head < second.head : Substring(first.bytes) < Substring(second.bytes)
  }

  /// How many ASCII bytes all names begin with.
  static func commonLength(_ names: [ShortName]) -> Int {
    guard let first = names.first else { return 0 }
    let known = Array(first.bytes.prefix { $0 < 0x80 })
    var length = known.count
    for name in names.dropFirst() where length > 0 {
      length = zip(known[..<length], name.bytes).prefix { $0 == $1 }.count
    }
    return length
  }
}
