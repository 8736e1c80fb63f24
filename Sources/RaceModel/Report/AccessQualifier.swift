/// A detector's remark on an access besides its operation.
public enum AccessQualifier: Hashable, Sendable, CustomStringConvertible {
  /// ThreadSanitizer: the access was to a library object of this type, or to a `Swift variable`.
  case object(String)
  /// Helgrind: the number of held locks that it cannot show; nil if the number is not in the log.
  case hiddenLocks(Int?)
  /// KCSAN: how the access was made, such as `marked` and `reordered`.
  case flags([String])
  /// KCSAN: not an access, but the assertion that there are none, such as `assert no writes`.
  case assertion(String, flags: [String])

  /// As in the export: `of Swift variable`, `and 1 that can't be shown`, `marked, reordered`.
  public var description: String {
    switch self {
    case .object(let type): "of \(type)"
    case .hiddenLocks(let count): "and \(count.map(String.init) ?? "?") that can't be shown"
    case .flags(let flags): flags.joined(separator: ", ")
    case .assertion(let assertion, let flags): ([assertion] + flags).joined(separator: ", ")
    }
  }

  /// Whether the access is to an object that it names.
  public var isObject: Bool { if case .object = self { true } else { false } }

  /// The assertion in place of an access, such as `assert no writes`; nil for an access.
  public var assertion: String? { if case .assertion(let words, _) = self { words } else { nil } }

  /// Whether it says that some locks are not shown.
  public var hidesLocks: Bool { if case .hiddenLocks = self { true } else { false } }
}
