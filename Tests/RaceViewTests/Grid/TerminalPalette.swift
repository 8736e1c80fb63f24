import Foundation

/// The colours of a terminal's palette, and how eyes perceive them.
struct TerminalPalette {
  /// Red, green and blue from 0 to 255.
  typealias Color = (Double, Double, Double)

  /// The first sixteen colours.
  let ansi: [Color]

  /// xterm's own (XTerm-col.ad).
  static let xterm = TerminalPalette(
    ansi: colors([
      0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
      0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ]))

  /// The VGA text mode's palette, used by the Linux console.
  static let vga = TerminalPalette(
    ansi: colors([
      0x000000, 0xAA0000, 0x00AA00, 0xAA5500, 0x0000AA, 0xAA00AA, 0x00AAAA, 0xAAAAAA,
      0x555555, 0xFF5555, 0x55FF55, 0xFFFF55, 0x5555FF, 0xFF55FF, 0x55FFFF, 0xFFFFFF,
    ]))

  private static func colors(_ numbers: [Int]) -> [Color] { numbers.map(color) }

  static func color(_ number: Int) -> Color {
    (Double(number >> 16), Double(number >> 8 & 0xFF), Double(number & 0xFF))
  }

  /// A colour of the 256: sixteen, a cube of six levels, 24 greys (xterm's 256colres.pl).
  subscript(_ number: UInt8) -> Color {
    let number = Int(number)
    if number < 16 { return ansi[number] }
    if number >= 232 {
      let grey = Double(8 + 10 * (number - 232))
      return (grey, grey, grey)
    }
    func level(_ step: Int) -> Double { step == 0 ? 0 : Double(55 + 40 * step) }
    let place = number - 16
    return (level(place / 36), level(place / 6 % 6), level(place % 6))
  }

  /// The linear light of an sRGB colour (IEC 61966-2-1).
  static func light(_ color: Color) -> Color {
    func part(_ value: Double) -> Double {
      let share = value / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return (part(color.0), part(color.1), part(color.2))
  }

  /// The WCAG 2.2 contrast ratio: 1 for no difference, 21 for black on white.
  static func contrast(_ one: Color, _ other: Color) -> Double {
    func luminance(_ color: Color) -> Double {
      let light = light(color)
      return 0.2126 * light.0 + 0.7152 * light.1 + 0.0722 * light.2
    }
    let (a, b) = (luminance(one), luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// Simulates colour vision without one kind of cone: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A
  /// Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009, severity 1.0. The
  /// matrices are for linear light.
  enum Vision: CaseIterable {
    case usual, protanopia, deuteranopia, tritanopia

    var matrix: [[Double]] {
      switch self {
      case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
      case .protanopia:
        [
          [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998],
        ]
      case .deuteranopia:
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
      case .tritanopia:
        [
          [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900],
        ]
      }
    }
  }

  /// The distance of two hues in the a*b* plane of CIE L*a*b* (D65). It ignores lightness, which bold and dim change.
  static func hueDistance(_ one: Color, _ other: Color, _ vision: Vision) -> Double {
    let (a, b) = (hue(one, vision), hue(other, vision))
    return hypot(a.0 - b.0, a.1 - b.1)
  }

  private static func hue(_ color: Color, _ vision: Vision) -> (Double, Double) {
    let light = light(color)
    func apply(_ rows: [[Double]], _ parts: [Double]) -> [Double] {
      rows.map { row in zip(row, parts).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    let seen = apply(vision.matrix, [light.0, light.1, light.2]).map { min(1, max(0, $0)) }
    let toXYZ = [
      [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
      [0.0193339, 0.1191920, 0.9503041],
    ]
    let white = [0.95047, 1, 1.08883]
    let f = zip(apply(toXYZ, seen), white).map { part, white in
      let share = part / white
      return share > 216.0 / 24389 ? cbrt(share) : (24389.0 / 27 * share + 16) / 116
    }
    return (500 * (f[0] - f[1]), 200 * (f[1] - f[2]))
  }
}
