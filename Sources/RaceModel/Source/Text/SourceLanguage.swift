/// A family of languages that one lexer reads: enough to tell code from comments and strings.
package enum SourceLanguage: Hashable, Sendable, CaseIterable {
  /// Go.
  case go
  /// C, C++ and Objective-C, whose files share their names' endings.
  case c
  /// Swift.
  case swift
  /// Rust.
  case rust
  /// OCaml.
  case ocaml

  /// The language that a file's name ends in; nil when it is none of these.
  package init?(path: String) {
    let name = lastComponent(path)
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "go": self = .go
    case "c", "h", "cc", "cpp", "cxx", "c++", "hh", "hpp", "hxx", "h++", "inl", "ipp", "tcc", "m", "mm", "cu":
      self = .c
    case "swift": self = .swift
    case "rs": self = .rust
    case "ml", "mli": self = .ocaml
    default: return nil
    }
  }

  /// Whether block comments nest.
  var nestsComments: Bool { self == .swift || self == .rust || self == .ocaml }

  /// Whether a word is the language's own, constants among them.
  func isKeyword(_ word: String) -> Bool {
    switch self {
    case .go: Self.goWords.contains(word)
    case .c: Self.cWords.contains(word)
    case .swift: Self.swiftWords.contains(word)
    case .rust: Self.rustWords.contains(word)
    case .ocaml: Self.ocamlWords.contains(word)
    }
  }

  /// Whether it is Go, whose names and calls the log's can be compared with.
  var isGo: Bool { if case .go = self { true } else { false } }

  /// Whether a word names a type or a function that the language has without any import.
  func isPredeclared(_ word: String) -> Bool { isGo && Self.goPredeclared.contains(word) }

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map(String.init))
  }

  private static let goWords = words(
    "break case chan const continue default defer else fallthrough for func go goto if import interface map "
      + "package range return select struct switch type var nil true false iota")

  private static let goPredeclared = words(
    "any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune "
      + "string uint uint8 uint16 uint32 uint64 uintptr append cap clear close complex copy delete imag len "
      + "make max min new panic print println real recover")

  private static let cWords = words(
    "alignas alignof asm auto bool break case catch char class co_await co_return co_yield concept const "
      + "const_cast consteval constexpr constinit continue decltype default delete do double dynamic_cast "
      + "else enum explicit extern false final float for friend goto if inline int long mutable namespace "
      + "new noexcept nullptr operator override private protected public register reinterpret_cast requires "
      + "restrict return short signed sizeof static static_assert static_cast struct switch template this "
      + "thread_local throw true try typedef typeid typename union unsigned using virtual void volatile "
      + "wchar_t while _Atomic _Bool _Thread_local __thread NULL nil self super YES NO id")

  private static let swiftWords = words(
    "actor any as associatedtype async await borrowing break case catch class consuming continue convenience "
      + "default defer deinit do dynamic else enum extension fallthrough false fileprivate final for func "
      + "guard if import in indirect infix init inout internal is isolated lazy let mutating nil nonisolated "
      + "nonmutating open operator optional override package postfix precedencegroup prefix private protocol "
      + "public repeat required rethrows return self Self sending some static struct subscript super switch "
      + "throw throws true try typealias unowned var weak where while")

  private static let rustWords = words(
    "as async await break const continue crate dyn else enum extern false fn for if impl in let loop match "
      + "mod move mut pub ref return self Self static struct super trait true type union unsafe use where "
      + "while")

  private static let ocamlWords = words(
    "and as assert begin class constraint do done downto else end exception external false for fun function "
      + "functor if in include inherit initializer lazy let match method module mutable new nonrec object of "
      + "open or private rec sig struct then to true try type val virtual when while with mod land lor lxor "
      + "lsl lsr asr")
}
