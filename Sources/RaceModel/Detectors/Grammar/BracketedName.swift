/// The name of a function that was wrapped between its arguments.
///
/// ```
///     #1 void testing::HandleIf<testing::Test, void>(testing::Test*,
/// void (testing::Test::*)(), char const*) /src/gtest.cc:2078
/// ==7==    at 0x1: std::map<std::string, int, std::less<std::string>,
/// std::allocator<std::pair<std::string const, int> > >::find(std::string
/// const&) (stl_map.h:12)
/// ```
enum BracketedName {
  /// Whether brackets are open where a line was cut.
  static func isOpen(_ bytes: Span<UInt8>, _ line: Range<Int>, before joint: Int) -> Bool {
    let name = bytes.trimmed(line.lowerBound..<max(line.lowerBound, min(joint, line.upperBound)))
    guard name.count > 8 else { return false }
    // Operators have halves of brackets.
    let countsAngles = bytes.first("operator", in: name) == nil
    var depth = 0
    for index in name {
      switch bytes[index] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: "<") where countsAngles: depth += 1
      case UInt8(ascii: ">") where countsAngles && bytes[index - 1] != UInt8(ascii: "-"): depth -= 1
      default: break
      }
    }
    return depth > 0
  }

  /// Where the place of a frame begins that was cut off: at the parenthesis behind a blank that is still open at the end.
  /// Nil where none is open, or the open one is a list of parameters.
  ///
  /// ```
  ///     #0 bump /src/n.c:11:33 (n+0xd3
  /// ==7==    at 0x109532: peek (in /usr/lib/libfoo-2.3
  /// ```
  static func openPlace(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Int? {
    var depth = 0
    var outermost = text.lowerBound
    for index in text {
      if bytes[index] == UInt8(ascii: "(") {
        if depth == 0 { outermost = index }
        depth += 1
      } else if bytes[index] == UInt8(ascii: ")") {
        depth = max(0, depth - 1)
      }
    }
    return depth > 0 && outermost > text.lowerBound && bytes[outermost - 1] <= 0x20 ? outermost : nil
  }

  /// Whether a text is no more than a name with its arguments, or the beginning of one: its blanks are in brackets.
  static func isPart(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    let isConstant = bytes.ends(" const", in: text)
    let name = isConstant ? text.lowerBound..<text.upperBound - 6 : text
    guard let first = name.first, bytes[first].isLetter || bytes[first] == UInt8(ascii: "_"),
      bytes.first(UInt8(ascii: "/"), in: name) == nil, !bytes.hasBlankOutsideBrackets(name)
    else { return false }
    return bytes.first(UInt8(ascii: "("), or: UInt8(ascii: "<"), in: name) != nil
      || bytes.first("::", in: name) != nil
  }
}
