/// The names of an index with their numbers: functions, files, packages and tests, each once.
struct NumberedNames: Sendable {
  private var names: [String] = []
  private var table = PositionTable()

  init() {}

  /// How many there are.
  var count: Int { names.count }

  /// The name with that number.
  subscript(id: SymbolTable.ID) -> String { names[Int(id)] }

  /// The name with that number, nil for none.
  func name(_ id: SymbolTable.ID) -> String? { id < 0 ? nil : names[Int(id)] }

  /// The number of a name.
  mutating func number(of name: String) -> SymbolTable.ID {
    let hash = UInt64(truncatingIfNeeded: name.hashValue)
    let (number, isNew) = table.position(hash) { names[$0] == name }
    if isNew { names.append(name) }
    return number
  }
}
