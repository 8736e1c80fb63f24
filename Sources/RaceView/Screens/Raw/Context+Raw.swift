internal import RaceText
internal import RaceWork

extension Context {
  /// Opens the text of a report as it is in the log.
  mutating func openRaw(_ request: ReportRequest?) {
    guard let request else { return }
    var raw = RawScreen()
    raw.show(request, &self)
    go(.open(raw))
  }
}

extension Screen {
  /// The report as it is in the log.
  ///
  /// - Parameter before: makes it the open report, if it is not.
  static func raw(
    when condition: @escaping Command<Self>.Condition = { _, _ in .yes },
    before: @escaping @Sendable (inout Context) -> Void = { _ in }
  ) -> Command<Self> {
    Command(Common.raw, "the report as it is in the log", label: "raw", keys: ["v"], when: condition) {
      screen, context, _ in
      before(&context)
      context.openRaw(screen.report(context))
    }
  }
}
