internal import RaceView

/// A colour as a terminal reports it: red, green and blue from 0 to 1.
struct TerminalColor: Equatable {
  let red: Double
  let green: Double
  let blue: Double

  /// A colour in the syntax of XParseColor(3): `rgb:ffff/ffff/ffff` with one to four digits each, `rgba:`
  /// with opacity at the end, `#ffffff`. Nil for anything else.
  init?(_ text: some StringProtocol) {
    let parts: [Double?]
    if text.hasPrefix("#") {
      let digits = text.dropFirst()
      guard digits.utf8.count % 3 == 0 else { return nil }
      let length = digits.utf8.count / 3
      parts = (0..<3).map { Self.share(digits.dropFirst($0 * length).prefix(length)) }
    } else if text.hasPrefix("rgb:") {
      parts = text.dropFirst(4).split(separator: "/", omittingEmptySubsequences: false).map { Self.share($0) }
      guard parts.count == 3 else { return nil }
    } else if text.hasPrefix("rgba:") {
      parts = text.dropFirst(5).split(separator: "/", omittingEmptySubsequences: false).map { Self.share($0) }
      guard parts.count == 4, parts[3] != nil else { return nil }
    } else {
      return nil
    }
    guard let red = parts[0], let green = parts[1], let blue = parts[2] else { return nil }
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// One to four hexadecimal digits as a fraction of their maximum.
  private static func share(_ digits: some StringProtocol) -> Double? {
    guard (1...4).contains(digits.utf8.count), digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") }),
      let value = UInt32(digits, radix: 16)
    else { return nil }
    return Double(value) / Double(1 << (4 * digits.utf8.count) - 1)
  }
}

extension Theme.Background {
  /// The background of a colour: light where black is easier to read on it than white, by the contrast of WCAG 2.
  init(of color: TerminalColor) {
    // A square is close enough to sRGB's curve to separate the halves.
    let luminance =
      0.2126 * color.red * color.red + 0.7152 * color.green * color.green + 0.0722 * color.blue * color.blue
    self = luminance > 0.18 ? .light : .dark
  }

  /// The value of the variable `COLORFGBG`, as rxvt, Konsole and others set it: `15;0`, `0;default;15`. The
  /// last part is the ANSI colour of the background. Nil if it says nothing.
  init?(colorFGBG value: String) {
    guard let number = value.split(separator: ";").last.flatMap({ Int($0) }) else { return nil }
    switch number {
    case 0...6, 8: self = .dark
    case 7, 9...15: self = .light
    default: return nil
    }
  }
}
