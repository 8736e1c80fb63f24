/// A function's name taken apart by the syntax of its language, to be shortened without losing what it is: arguments go
/// first, then template and type arguments, then outer namespaces, never the last component.
///
/// One scan does for C++, Rust, Swift, Go, OCaml and C: brackets nest, components are parted by `::`, else by dots.
struct FunctionName {
  /// A bracketed group behind a name, or text.
  private enum Atom {
    case text(String)
    case arguments(String)
    case generics(String)
    /// `<T as Trait>` in place of a name.
    case type(String)
  }

  /// What is kept of a kind of group.
  private enum Keep {
    /// Of several the first, and a mark for the others: it tells most instances of a template apart.
    case whole, first, mark, nothing
  }

  private let whole: String
  private let separator: String
  /// What comes before the name and belongs to it: `closure #1 in `.
  let lead: String
  private let components: [[Atom]]

  /// A name that can be taken apart; nil of one whose brackets do not match.
  init?(_ name: String) {
    whole = name
    var scan = NameScan(Array(name.utf8))
    guard let pieces = scan.pieces() else { return nil }
    separator = pieces.contains(.separator("::")) ? "::" : "."
    lead = scan.closure.map { "\($0) in " } ?? ""
    components = Self.components(pieces, separator)
    if components.isEmpty { return nil }
  }

  /// The name in at most `width` columns, as far as its last component allows.
  func fitted(_ width: Int, _ ellipsis: Unicode.Scalar) -> String {
    if Fitting.columns(whole) <= width { return whole }
    let mark = String(ellipsis)
    var shortest = whole
    for (arguments, generics) in hasGroups ? Self.steps : [Self.lastStep] {
      // Nothing is gained by what stays as long as it was.
      shortest = text(from: 0, arguments, generics, mark)
      if Fitting.columns(shortest) <= width { return shortest }
    }
    // More components than columns do not fit: between two of them is a sign.
    let start = max(1, min(last, components.count - max(0, width) - 1))
    for first in start..<max(start, last + 1) {
      shortest = text(from: first, .nothing, .nothing, mark)
      // A dot behind the mark would look like a fourth one of it.
      let marked = mark + (separator == "." ? "" : separator) + shortest
      if Fitting.columns(marked) <= width { return marked }
    }
    return Fitting.middle(shortest, width, ellipsis)
  }

  /// What goes of arguments, and of type arguments, one step after the other.
  private static let steps: [(Keep, Keep)] = [(.mark, .whole), (.mark, .first), (.mark, .mark), lastStep]
  private static let lastStep = (Keep.nothing, Keep.nothing)

  /// Whether there is a group that can go.
  private var hasGroups: Bool {
    components.contains { $0.contains { if case .text = $0 { false } else { true } } }
  }

  /// The last two components, a method's type without its star and its arguments: what a sentence calls it.
  var brief: String {
    let first = max(0, last - 1)
    let parts = components[first...].map { component in
      component.map { atom in
        switch atom {
        case .text(let text): text
        case .type(let text): Self.typeName(text)
        case .arguments, .generics: ""
        }
      }.joined()
    }
    return parts.map { part in
      let type = part.hasPrefix("(*") && part.hasSuffix(")") ? String(part.dropFirst(2).dropLast()) : part
      // Arguments of a type, as Go writes them.
      guard separator == ".", type.hasSuffix("]"), let open = type.firstIndex(of: "["), open > type.startIndex
      else {
        return type
      }
      return String(type[..<open])
    }.joined(separator: separator)
  }

  /// The type that a component in brackets is about, without its modules: `Vec` of `<alloc::vec::Vec<T> as Drop>`, `Oven`
  /// of `<impl Heat for Oven>`.
  private static func typeName(_ group: String) -> String {
    var type = group.dropFirst().dropLast()
    if let conformance = type.firstRange(of: " as ") { type = type[..<conformance.lowerBound] }
    if type.hasPrefix("impl "), let target = type.firstRange(of: " for ") {
      type = type[target.upperBound...]
    }
    guard let name = FunctionName(String(type)), let last = name.components.last else { return String(type) }
    let texts = last.compactMap { if case .text(let text) = $0 { text } else { nil } }
    return texts.isEmpty ? String(type) : texts.joined()
  }

  private func text(from first: Int, _ arguments: Keep, _ generics: Keep, _ mark: String) -> String {
    let names = components[first...].map { component in
      component.map { atom in
        switch atom {
        case .text(let text): text
        case .arguments(let text): shown(text, arguments, mark)
        case .generics(let text): shown(text, generics, mark)
        case .type(let text): generics == .whole ? text : "<\(mark)>"
        }
      }.joined()
    }
    return (first == 0 ? lead : "") + names.joined(separator: separator)
  }

  private func shown(_ group: String, _ keep: Keep, _ mark: String) -> String {
    switch keep {
    case .whole: group
    // There is nothing in it that a mark could stand for.
    case .first where group.utf8.count == 2, .mark where group.utf8.count == 2: group
    case .first: Self.first(of: group).map { "\($0), \(mark)\(group.suffix(1))" } ?? group
    case .mark: group.prefix(1) + mark + group.suffix(1)
    case .nothing: ""
    }
  }

  /// A group up to its first comma that is in no other group; nil where there is none.
  private static func first(of group: String) -> Substring? {
    var depth = 0
    for index in group.utf8.indices {
      switch group.utf8[index] {
      case UInt8(ascii: "<"), UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ">"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: ",") where depth == 1: return group[..<index]
      default: break
      }
    }
    return nil
  }

  // MARK: Components

  /// The first component that must stay: a closure says nothing without the function that it is in.
  private var last: Int {
    var position = components.count - 1
    while position > 0, Self.isNameless(components[position]) { position -= 1 }
    return position
  }

  private static let wrappers = ["{", "'lambda", "$_", "operator()"]
  private static let accessors: Set = ["getter", "setter", "modify", "read", "willset", "didset"]
  private static let numbered = ["func", "gowrap", "deferwrap"]

  /// Whether a component is a closure, a wrapper, a call operator or an accessor, which many functions have.
  private static func isNameless(_ component: [Atom]) -> Bool {
    guard case .text(let text)? = component.first else { return false }
    // By bytes: this is asked of each component of each name.
    if wrappers.contains(where: { text.utf8.starts(with: $0.utf8) }) { return true }
    // Of a variable of Swift.
    if accessors.contains(text) { return true }
    let stem =
      numbered.first { text.utf8.starts(with: $0.utf8) }.map { text.utf8.dropFirst($0.utf8.count) }
      ?? text.utf8[...]
    return !stem.isEmpty && stem.allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
  }

  private static func components(_ pieces: [NamePiece], _ separator: String) -> [[Atom]] {
    var components: [[Atom]] = [[]]
    func append(_ text: String) {
      if case .text(let before)? = components[components.count - 1].last {
        components[components.count - 1].removeLast()
        components[components.count - 1].append(.text(before + text))
      } else {
        components[components.count - 1].append(.text(text))
      }
    }
    for piece in pieces {
      switch piece {
      case .text(let text): append(text)
      case .separator(let text) where text == separator: components.append([])
      case .separator(let text): append(text)
      case .group(let text):
        let isBehindName = !components[components.count - 1].isEmpty
        if !isBehindName, components.count > 1, text.hasPrefix("<"), !text.hasPrefix("<impl ") {
          // Arguments of the function before: `swap::<usize>`.
          components.removeLast()
          components[components.count - 1].append(.generics(text))
        } else if !isBehindName, text.hasPrefix("(*"), text.hasSuffix("])"),
          let open = text.firstIndex(of: "[")
        {
          // The receiver of a generic method of Go: `(*Pair[string,int])`.
          components[components.count - 1] += [
            .text(String(text[..<open])), .generics(String(text[open...].dropLast())), .text(")"),
          ]
        } else if !isBehindName {
          components[components.count - 1].append(text.hasPrefix("<") ? .type(text) : .text(text))
        } else if text.hasPrefix("{") {
          append(text)
        } else {
          components[components.count - 1].append(text.hasPrefix("(") ? .arguments(text) : .generics(text))
        }
      }
    }
    return components.filter { !$0.isEmpty }
  }
}
