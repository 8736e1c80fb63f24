internal import RaceText

extension KeySequence {
  /// Keys as named in the configuration: `zt`, `C-f`, `F5`, `Enter`.
  ///
  /// - Returns: nil if it is not a key.
  package init?(parsing text: String) {
    if let key = Key(named: text) {
      self.init(key)
      return
    }
    let scalars = text.unicodeScalars
    guard !text.isEmpty, scalars.count <= 2, !scalars.contains(where: { CharacterWidth.isControl($0) }) else {
      return nil
    }
    self.init(scalars.map { .character($0) })
  }
}

extension Key {
  /// Keys that are not characters, by the names of help without arrows.
  private static let named: [Key] = [
    .up, .down, .left, .right, .pageUp, .pageDown, .home, .end, .enter, .escape, .tab, .backTab, .backspace,
    .delete, .insert, .character(" "),
  ]

  /// The key with a name in help; nil for characters and for anything else.
  init?(named text: String) {
    if let key = Self.named.first(where: { $0.name(.ascii).lowercased() == text.lowercased() }) {
      self = key
    } else if text.hasPrefix("C-"), let scalar = text.unicodeScalars.dropFirst(2).first,
      text.unicodeScalars.count == 3, scalar.value > 0x20, scalar.value < 0x7F
    {
      let lower = scalar.value &- 0x41 < 26 ? scalar.value | 0x20 : scalar.value
      self = .control(Unicode.Scalar(UInt8(lower)))
    } else if text.hasPrefix("F"), let number = Int(text.dropFirst()), (1...12).contains(number) {
      self = .function(number)
    } else {
      return nil
    }
  }
}
