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
}
