/// Lines in the middle of a stack that end it as a rule: the locks of another task, and a row of `=` that is shorter than
/// the kernel's. What follows tells.
///
/// ```
///  mill_pop+0x37/0x110
/// 1 lock held by sh/12:      <- or `==================`
///  worker_thread+0x31e/0x5a0
/// ```
struct KCSANInterruption {
  /// How far the frames of the report are indented.
  var indent = 1
  /// The access above the locks; nil where they are not inside a stack.
  var access: ReportDraft.Access?
  /// The lines of the locks.
  var details = ForeignLines()
  /// The bar right above.
  var bar = ForeignLines()

  /// Whether a bar is right above that may be no end of the report.
  var hasBar: Bool { bar.count > 0 }
}
