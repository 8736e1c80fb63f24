/// The names of an index with their numbers: functions, files, packages and tests, each once.
struct NumberedNames: Sendable {
  private var names: [String] = []
  private var table = PositionTable()
  private let seed = UInt64.random(in: .min ... .max)

  init() {}

  /// How many there are.
  var count: Int { names.count }

  /// The name with that number.
  subscript(id: SymbolTable.ID) -> String { names[Int(id)] }

  /// The name with that number, nil for none.
  func name(_ id: SymbolTable.ID) -> String? { id < 0 ? nil : names[Int(id)] }

  /// The number of a name. Two names are the same if their bytes are, as in the keys of races: `é` can be written as one
  /// character or as two.
  mutating func number(of name: String) -> SymbolTable.ID {
    let bytes = name.utf8Span.span
    let hash = ByteHash.hash(bytes, 0..<bytes.count, seed: seed)
    let (number, isNew) = table.position(hash) { Self.isSame(names[$0].utf8Span.span, bytes) }
    if isNew { names.append(name) }
    return number
  }

  private static func isSame(_ name: Span<UInt8>, _ other: Span<UInt8>) -> Bool {
    guard name.count == other.count else { return false }
    return name.withUnsafeBufferPointer { name in
      other.withUnsafeBufferPointer { other in name.elementsEqual(other) }
    }
  }
}
