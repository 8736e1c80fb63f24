/// The parts of a Go function's name as race reports print it: `host/path/pkg.(*T).M.func1.2`.
///
/// Source: cmd/compile/internal/ir/func.go (closureName) of Go 1.27, and names seen in reports since 1.1.
struct GoFunctionName {
  /// The package with its path.
  let package: Substring
  /// The declared function that the code stands in, with package and receiver: closures and wrappers
  /// that the compiler made belong to it.
  let declared: Substring
  /// The last part of the declared name: `M`.
  let base: Substring
  /// Whether the declared function has a receiver.
  let hasReceiver: Bool
  /// Whether the code is a closure or a wrapper within the declared function.
  let isClosure: Bool

  /// Takes a name apart.
  init(_ name: String) {
    let parts = Self.parts(name[...])
    var count = parts.count
    // The package and one name at least stay.
    while count > 2, Self.isInner(parts[count - 1]) { count -= 1 }
    isClosure = count < parts.count || parts.last.map { $0.hasSuffix("-fm") || $0.contains("·") } == true
    let kept = parts.prefix(count)
    let end = kept.last?.endIndex ?? name.endIndex
    let last = kept.last ?? ""
    package = name[..<(parts.count > 1 ? parts[0].endIndex : name.startIndex)]
    base = Self.withoutSuffix(last)
    declared = name[..<(base.endIndex < end ? base.endIndex : end)]
    hasReceiver = kept.count > 2
  }

  /// The type that the declared function is a method of, without its arguments: `T` of `pkg.(*T).M`.
  var receiver: String? {
    guard hasReceiver else { return nil }
    let parts = Self.parts(declared)
    guard parts.count > 2 else { return nil }
    let name = parts[parts.count - 2].drop { $0 == "(" || $0 == "*" }.prefix { $0 != ")" && $0 != "[" }
    return name.isEmpty ? nil : String(name)
  }

  /// The package with its path, then the names between dots, what stands in brackets or parentheses
  /// kept together.
  private static func parts(_ name: Substring) -> [Substring] {
    var parts: [Substring] = []
    var depth = 0
    var start = name.startIndex
    for index in name.indices {
      switch name[index] {
      case "[", "(", "{": depth += 1
      case "]", ")", "}": depth -= 1
      // Dots before the last slash belong to the package's path.
      case "/" where depth == 0:
        parts.removeAll()
        start = name.startIndex
      case "." where depth == 0:
        parts.append(name[start..<index])
        start = name.index(after: index)
      default: break
      }
    }
    parts.append(name[start...])
    return parts
  }

  /// Whether a part names a closure, a wrapper or a loop body within the function before it.
  private static func isInner(_ part: Substring) -> Bool {
    let plain = part.split(separator: "-", maxSplits: 1).first ?? part
    if !plain.isEmpty, plain.allSatisfy(\.isNumber) { return true }
    return ["func", "gowrap", "deferwrap", "dwrap"].contains { prefix in
      plain.hasPrefix(prefix) && plain.dropFirst(prefix.count).allSatisfy(\.isNumber)
        && plain.count > prefix.count
    }
  }

  /// The name without `-fm`, `-range1` and `·dwrap·3`.
  private static func withoutSuffix(_ part: Substring) -> Substring {
    let end = part.firstIndex { $0 == "-" || $0 == "·" } ?? part.endIndex
    return part[..<end]
  }
}
