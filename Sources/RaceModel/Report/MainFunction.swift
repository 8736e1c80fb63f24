/// The outermost function of a program's main thread.
public enum MainFunction: Sendable {
  /// Of Go. The frame outside of `main.main` is cut by the detector.
  case golang
  /// Of C and what is linked like it, as Valgrind names it.
  case native

  /// What a function's name tells.
  init?(_ function: String?) {
    switch function {
    case "main.main", "runtime.main": self = .golang
    case "main", "(below main)": self = .native
    case let name?: if name.hasPrefix("__libc_start_main") { self = .native } else { return nil }
    case nil: return nil
    }
  }
}
