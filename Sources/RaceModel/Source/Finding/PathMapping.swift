/// A prefix of paths in the log, and its replacement here: `--map FROM=TO`.
package struct PathMapping: Hashable, Sendable {
  /// Why a mapping cannot be used.
  package enum ParseError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is no `=`.
    case noEqualsSign(String)
    /// The part before the `=` is empty.
    case noFrom(String)
    /// The part after the `=` is empty.
    case noTo(String)

    /// One line for standard error.
    package var description: String {
      switch self {
      case .noEqualsSign(let text): "\(text): a mapping is FROM=TO, as in /build/src=."
      case .noFrom(let text): "\(text): FROM is empty (FROM=TO)"
      case .noTo(let text): "\(text): TO is empty (FROM=TO); . is this folder"
      }
    }
  }

  /// The prefix of printed paths.
  package let from: String
  /// The replacement.
  package let to: String

  /// A mapping. Both are whole components of paths.
  package init(from: String, to: String) {
    self.from = from
    self.to = to
  }

  /// Reads `FROM=TO`; the first `=` counts.
  package init(parsing text: String) throws(ParseError) {
    guard let sign = text.firstIndex(of: "=") else { throw .noEqualsSign(text) }
    let to = text[text.index(after: sign)...]
    guard sign > text.startIndex else { throw .noFrom(text) }
    guard !to.isEmpty else { throw .noTo(text) }
    self.init(from: String(text[..<sign]), to: String(to))
  }

  /// A printed path with its beginning replaced; nil when it begins otherwise. `/build` is no beginning
  /// of `/builder/x.go`; both kinds of separators are the same.
  package func apply(to printed: String) -> String? {
    let head = SourcePaths.components(from)
    let path = SourcePaths.components(printed)
    guard SourcePaths.isRooted(from) == SourcePaths.isRooted(printed), path.count > head.count,
      zip(head, path).allSatisfy({ $0 == $1 })
    else { return nil }
    let rest = path.dropFirst(head.count).joined(separator: "/")
    return to.hasSuffix("/") ? to + rest : "\(to)/\(rest)"
  }
}
