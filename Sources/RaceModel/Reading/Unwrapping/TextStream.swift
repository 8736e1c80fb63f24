/// Where lines that make up a text come from: plain text, or the stream that JSON records name.
struct TextStream: Hashable {
  /// Text that is not wrapped in JSON.
  static let plain = TextStream(number: -1)

  /// Its number among the names of streams; negative for plain text.
  let number: SymbolTable.ID

  /// Its position in a list of all streams, plain text first.
  var position: Int { Int(number) + 1 }
}

extension TextStream {
  /// The stream at such a position.
  init(position: Int) { self.init(number: SymbolTable.ID(position - 1)) }
}
