internal import RaceText

/// A line being typed, and where the next character goes.
package struct TypedLine: Hashable, Sendable {
  /// The maximum length in scalars: nobody types more, but a paste may be anything.
  static let longest = 1000

  private var characters: [Character]
  /// How many characters are before the cursor.
  package private(set) var cursor: Int

  /// A line with the cursor at its end.
  package init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  /// What has been typed.
  package var text: String { String(characters) }
  /// The part before the cursor.
  package var head: String { String(characters[..<cursor]) }
  /// The part after the cursor.
  package var tail: String { String(characters[cursor...]) }

  /// Adds text at the cursor, without characters that control a terminal.
  package mutating func insert(_ text: String) {
    let room = max(0, Self.longest - self.text.unicodeScalars.count)
    let kept = text.unicodeScalars.lazy.filter { !CharacterWidth.isControl($0) }.prefix(room)
    let head = self.head + String(String.UnicodeScalarView(kept))
    // A combining mark joins the character before it.
    characters = Array(head + tail)
    cursor = Array(head).count
  }

  /// Replaces the part from a character up to the cursor.
  package mutating func replace(from start: Int, with text: String) {
    characters.replaceSubrange(min(start, cursor)..<cursor, with: text)
    cursor = min(start, cursor) + text.count
  }

  /// Takes a key that edits or moves.
  ///
  /// - Returns: false if it is another key.
  package mutating func take(_ key: Key) -> Bool {
    switch key {
    case .character(let scalar): insert(String(scalar))
    case .backspace: if cursor > 0 { removeBefore(cursor - 1) }
    case .delete, .control("d"): if cursor < characters.count { characters.remove(at: cursor) }
    case .control("u"): removeBefore(0)
    case .control("w"): removeBefore(startOfWord)
    case .control("k"): characters.removeLast(characters.count - cursor)
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(characters.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = characters.count
    default: return false
    }
    return true
  }

  private mutating func removeBefore(_ start: Int) {
    characters.removeSubrange(start..<cursor)
    cursor = start
  }

  private var startOfWord: Int {
    var start = cursor
    while start > 0, characters[start - 1] == " " { start -= 1 }
    while start > 0, characters[start - 1] != " " { start -= 1 }
    return start
  }
}
