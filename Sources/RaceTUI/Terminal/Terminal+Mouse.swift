internal import CNcurses
internal import Glibc
internal import RaceView

/// Our codes for the beginnings of mouse reports; see `PasteCode`.
///
/// ncurses would read a report itself, and wait for its end inside that read: one that was cut on its way, or
/// was never a report, would delay keys and signals.
enum MouseCode {
  /// `ESC [ <` followed by numbers: the SGR form (1006).
  static let digits: Int32 = KEY_MAX + 0x1002
  /// `ESC [ M` followed by three bytes: the X10 form.
  static let bytes: Int32 = KEY_MAX + 0x1003

  /// Takes the reports over from ncurses.
  static func define() {
    define_key("\u{1B}[<", digits)
    define_key("\u{1B}[M", bytes)
  }
}

extension Terminal {
  /// How long to wait for the rest of a report, in milliseconds: a slow connection may cut it anywhere.
  private static let mousePatience: Int32 = 1000

  /// `BUTTON ; COLUMN ; ROW` and `M`, or `m` for a released button.
  mutating func takeMouseDigits() -> Taken {
    let numbers = patiently(Self.mousePatience) { terminal -> (values: [Int], end: Unicode.Scalar)? in
      var values = [0]
      while values.count <= 3, case .character(let scalar) = terminal.read() {
        switch scalar {
        case "0"..."9":
          values[values.count - 1] = min(values[values.count - 1] * 10 + Int(scalar.value - 48), 99_999)
        case ";": values.append(0)
        case "M", "m": return (values, scalar)
        default:
          // Other input does not belong to it.
          terminal.unread(.character(scalar))
          return nil
        }
      }
      return nil
    }
    guard let numbers, numbers.values.count == 3 else { return .ignored }
    let report = MouseReport(
      code: numbers.values[0], column: numbers.values[1] - 1, row: numbers.values[2] - 1,
      isRelease: numbers.end == "m")
    return taken(report)
  }

  /// Three bytes, each 32 above its value; the released button is not reported.
  mutating func takeMouseBytes() -> Taken {
    let bytes = patiently(Self.mousePatience) { _ in (0..<3).map { _ in wgetch(nc_stdscr()) } }
    guard bytes.allSatisfy({ (32...255).contains($0) }) else { return .ignored }
    let values = bytes.map { Int($0) - 32 }
    let isRelease =
      values[0] & MouseReport.buttons == 3 && values[0] & (MouseReport.wheel | MouseReport.motion) == 0
    return taken(
      MouseReport(
        code: isRelease ? 0 : values[0], column: values[1] - 1, row: values[2] - 1, isRelease: isRelease))
  }

  private mutating func taken(_ report: MouseReport) -> Taken {
    event(of: report).map { .event($0) } ?? .ignored
  }

  /// The event of a mouse report; nil for one without a meaning here.
  private mutating func event(of report: MouseReport) -> InputEvent? {
    // It may come from before the window became smaller.
    let column = max(0, min(report.column, columns - 1))
    let row = max(0, min(report.row, rows - 1))
    let button = report.code & MouseReport.buttons
    if report.code & MouseReport.wheel != 0 {
      guard !report.isRelease, button < 2 else { return nil }
      return .wheel(column: column, row: row, lines: button == 0 ? -3 : 3)
    }
    if report.code & MouseReport.motion != 0 {
      return unfinished.isButtonDown ? .drag(column: column, row: row) : nil
    }
    guard button == 0, report.code & MouseReport.others == 0 else { return nil }
    guard report.isRelease else {
      unfinished.isButtonDown = true
      return .press(column: column, row: row)
    }
    guard unfinished.isButtonDown else { return nil }
    unfinished.isButtonDown = false
    return .drag(column: column, row: row)
  }
}

/// A mouse report of the terminal.
private struct MouseReport {
  /// Bits of `code`: which button, whether it moved, whether it is the wheel, or a button that few mice have.
  static let buttons = 3
  static let motion = 32
  static let wheel = 64
  static let others = 128

  var code: Int
  /// Counted from 0.
  var column: Int
  var row: Int
  var isRelease: Bool
}
