internal import Glibc
internal import Synchronization

/// A POSIX extended regular expression, with GNU's `\w`, `\b` and `\s`, as the C library reads it.
///
/// The C library follows all paths through an expression at once, so that none takes exponential time: the
/// time grows at worst with the square of a text's length. Constructs that could still be slow are refused:
/// references to groups, and repetitions whose counts multiply. Measured at 4,000 bytes: `(a+)+b` takes 0.1
/// s, `(a{1,50}){1,50}b` would take 1.7 s.
package final class RegularExpression: Sendable {
  /// Why a text is not a usable expression.
  package struct SyntaxError: Error, Equatable, CustomStringConvertible {
    /// A few words.
    package let description: String
  }

  /// The highest count of a repetition, and the highest product of all counts.
  private static let mostRepetitions = 100

  private let compiled: Mutex<Compiled>

  /// Compiles an expression.
  ///
  /// - Parameter ignoresCase: whether a letter also matches its other case.
  package init(_ text: String, ignoresCase: Bool) throws(SyntaxError) {
    if let words = Self.objection(to: text) { throw SyntaxError(description: words) }
    compiled = Mutex(try Compiled(text, ignoresCase: ignoresCase))
  }

  /// The first match in a text from an offset in its UTF-8; nil if there is none. The search ends at a NUL
  /// byte.
  package func firstMatch(in text: String, from start: Int = 0) -> Range<Int>? {
    compiled.withLock { $0.firstMatch(in: text, from: start) }
  }

  /// Why an expression is refused that the C library would accept; nil if it is not.
  private static func objection(to text: String) -> String? {
    if text.utf8.contains(0) { return "cannot search for a NUL byte" }
    var product = 1
    var isEscaped = false
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if isEscaped {
        isEscaped = false
        if byte >= UInt8(ascii: "1"), byte <= UInt8(ascii: "9") {
          return "\\\(Character(Unicode.Scalar(byte))) is not supported"
        }
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "{") {
        let counts = rest.prefix { $0 != UInt8(ascii: "}") }
          .split(separator: UInt8(ascii: ",")).map { Int(Substring($0)) ?? mostRepetitions + 1 }
        let (result, overflow) = product.multipliedReportingOverflow(by: max(1, counts.max() ?? 1))
        product = overflow ? .max : result
        if product > mostRepetitions { return "repetitions above \(mostRepetitions) are not supported" }
      }
    }
    return nil
  }

  /// The compiled expression; freed with this object.
  private struct Compiled: ~Copyable {
    private var expression = regex_t()

    init(_ text: String, ignoresCase: Bool) throws(SyntaxError) {
      let flags = REG_EXTENDED | REG_NEWLINE | (ignoresCase ? REG_ICASE : 0)
      let status = regcomp(&expression, text, flags)
      guard status != 0 else { return }
      var words = [CChar](repeating: 0, count: 200)
      regerror(status, &expression, &words, words.count)
      let bytes = words.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      throw SyntaxError(description: String(decoding: bytes, as: UTF8.self))
    }

    deinit {
      var expression = expression
      regfree(&expression)
    }

    mutating func firstMatch(in text: String, from start: Int) -> Range<Int>? {
      var match = regmatch_t()
      let isInside = start > 0
      let found = text.withCString { bytes -> Int32 in
        guard start <= strlen(bytes) else { return 1 }
        return regexec(&expression, bytes + start, 1, &match, isInside ? REG_NOTBOL : 0)
      }
      return found == 0 ? start + Int(match.rm_so)..<start + Int(match.rm_eo) : nil
    }
  }
}
