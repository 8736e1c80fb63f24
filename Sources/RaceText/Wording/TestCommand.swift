package import RaceModel

/// The command that runs the test again in which a report of Go was printed.
package enum TestCommand {
  /// `go test -race -run '^TestCart$/^add$' example.com/shop/cart`; nil when no test of `go test` is known.
  package static func text(_ during: PrintedDuring?, _ detector: Detector) -> String? {
    guard let test = during?.test, detector.profile.isOfGoTest, isOfGo(test) else { return nil }
    let isBenchmark = test.hasPrefix("Benchmark")
    let parts = test.split(separator: "/", omittingEmptySubsequences: false).map { "^\(quoted(String($0)))$" }
    let pattern = shellQuoted(parts.joined(separator: "/"))
    let what = isBenchmark ? "-run '^$' -bench \(pattern)" : "-run \(pattern)"
    return "go test -race \(what) \(package(during).map(shellWord) ?? "./...")"
  }

  /// Whether a test may be one of `go test`: names from other runners contain dots and spaces.
  private static func isOfGo(_ test: String) -> Bool {
    let top = test.prefix { $0 != "/" }
    return GoTestFunction.prefixes.contains { top.hasPrefix($0) }
      && !top.contains { $0 == "." || $0 == " " }
  }

  /// The package; nil for a Bazel label, which is not a Go package.
  private static func package(_ during: PrintedDuring?) -> String? {
    guard let package = during?.package, !package.hasPrefix("//"), !package.hasPrefix("@") else { return nil }
    return package
  }

  /// A text that an expression finds as it is, as `regexp.QuoteMeta` makes it.
  private static func quoted(_ text: String) -> String {
    String(text.flatMap { #"\.+*?()|[]{}^$"#.contains($0) ? ["\\", $0] : [$0] })
  }

  private static func shellQuoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
  }

  /// A path as it is when the shell takes nothing in it for itself, else in quotes.
  private static func shellWord(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
        || byte >= UInt8(ascii: "-") && byte <= UInt8(ascii: "9") || byte == UInt8(ascii: "_")
    }
    return isPlain && !text.hasPrefix("-") ? text : shellQuoted(text)
  }
}
