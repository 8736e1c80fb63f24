/// What installed programs made of mangled names.
package struct Demangling: Sendable {
  /// Why names stay as they were printed.
  package enum Problem: Hashable, Sendable, CustomStringConvertible {
    /// No program for such names is installed.
    case missing(Mangling)
    /// A program is installed and knows none of the names.
    case unknown(Mangling)
    /// A program failed on names, or took too long and was ended.
    case failed(program: String)
    /// The names could not be handed over.
    case input(InputError)

    /// One line for the footer.
    package var description: String {
      switch self {
      case .missing(.cxx): "C++ names stay as printed: c++filt is not installed (it comes with binutils)"
      case .missing(.rust): "Rust names stay as printed: no demangler such as rustfilt is installed"
      case .missing(.swift):
        "Swift names stay as printed: swift-demangle is not installed (it comes with Swift)"
      case .unknown(.rust): "Rust names stay as printed: no installed program can demangle them; rustfilt may"
      case .unknown(let mangling):
        "\(mangling.rawValue) names stay as printed: no installed program can demangle them"
      case .failed(let program): "names stay as printed: \(program) failed on them, or took too long"
      case .input(let error): "names stay as printed: \(error)"
      }
    }
  }

  /// The demangled names by the printed ones; none for a name that stays as it is.
  package var names: [String: String]
  /// Why names stay as printed.
  package var problems: [Problem]

  /// An answer.
  package init(names: [String: String] = [:], problems: [Problem] = []) {
    self.names = names
    self.problems = problems
  }
}
