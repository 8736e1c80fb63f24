internal import ArgumentParser
internal import RaceText
internal import RaceView

/// How text is printed.
struct TextOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Width in columns; the default is the terminal's, or 120.", valueName: "columns")
  )
  var width: Int?

  @Flag(help: "Use ASCII only for racetui's own marks.")
  var ascii = false

  func validate() throws {
    if let width, !(20...1000).contains(width) { throw ValidationError("--width takes 20 to 1000 columns") }
  }

  /// The columns to print in.
  var columns: Int { width ?? StandardOutput.columns ?? 120 }

  /// The characters to print with.
  var glyphs: Glyphs { ascii || !StandardOutput.isUTF8 ? .ascii : .unicode }
}
