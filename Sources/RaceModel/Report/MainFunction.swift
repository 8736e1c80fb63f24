/// The outermost function of a program's main thread.
package enum MainFunction: Sendable {
  /// For Go. The detector cuts the frame outside of `main.main`.
  case golang
  /// For C and languages linked like it, as Valgrind names it.
  case native

  /// The kind from a function's name.
  init?(_ function: String?) {
    switch function {
    case "main.main", "runtime.main": self = .golang
    case "main", "(below main)": self = .native
    case let name?: if name.hasPrefix("__libc_start_main") { self = .native } else { return nil }
    case nil: return nil
    }
  }
}
