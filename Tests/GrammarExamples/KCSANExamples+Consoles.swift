/// Prefixes that differ from line to line, and lines that consoles have put together.
extension KCSANExamples {
  /// The level at which the kernel prints a line: frames are warnings.
  private static func level(_ line: String) -> (letter: String, number: Int) {
    line.hasPrefix(" ") ? ("W", 4) : ("E", 3)
  }

  static let levels: [GrammarExample] =
    ([
      ("logcat", { "11-27 10:00:01.\(100 + $0)     0     0 \(level($1).letter) [ T2207] " }),
      (
        "logcat, the title alone",
        { number, _ in "11-27 10:00:01.\(100 + number)     0     0 \(number == 1 ? "E" : "W") " }
      ),
      ("/dev/kmsg", { "\(level($1).number),\(700 + $0),\(12_345_678 + $0 * 10),-,caller=T1234;" }),
      ("a vendor's", { "[   41.0000\(10 + $0)] \(level($1).letter)[0:           rx: 2207] " }),
    ] as [(String, (Int, String) -> String)]).map { name, prefix in
      GrammarExample("levels: \(name)", log: wrapped(plain) { prefix($0, $1) + $1 }, outline: plainOutline)
    }

  private static let stamped = wrapped(plain) { "[   41.0000\(10 + $0)][ T2207] \($1)" }

  /// The first lines of two reports by turns, then the rest of both: below the second title is the first one's header.
  private static let twoCallers: String = {
    let first = lines(wrapped(plain) { "[   41.0000\(10 + $0)][ T2207] \($1)" })
    let second = lines(wrapped(other) { "[   41.0001\(10 + $0)][ T3391] \($1)" })
    return (first[..<3] + second[..<3] + first[3...] + second[3...]).joined(separator: "\n")
  }()

  static let glued = examples([
    (
      "a frame that was wrapped behind its stamp",
      stamped.replacing("  oven_taste+0x21/0x40", with: " \noven_taste+0x21/0x40"),
      moved(plainOutline, to: "2-18")
    ),
    (
      "a message right behind a frame",
      stamped.replacing(
        "oven_bake+0x4a/0x90", with: "oven_bake+0x4a/0x90[   41.900000][ T2207] pan 0000:03: the lid is hot"),
      plainOutline + "\n  note: pan 0000:03: the lid is hot"
    ),
    (
      "another caller's message right behind a frame",
      stamped.replacing(
        "oven_bake+0x4a/0x90", with: "oven_bake+0x4a/0x90[   41.900000][    C1] pan 0000:03: the lid is hot"),
      plainOutline + "\n  note: [   41.900000][    C1] pan 0000:03: the lid is hot"
    ),
    (
      "two frames on one line",
      stamped.replacing("oven_bake+0x4a/0x90\n", with: "oven_bake+0x4a/0x90"),
      moved(plainOutline, to: "2-16")
    ),
    (
      "a header right behind a frame",
      stamped.replacing(
        "oven_worker+0x12/0x60\n[   41.000016][ T2207] \n", with: "oven_worker+0x12/0x60"),
      moved(plainOutline, to: "2-15")
    ),
    (
      "two callers whose reports begin at once", twoCallers,
      moved(plainOutline, to: "2-20") + "\n" + moved(otherOutline, to: "5-27")
    ),
  ])
}
