extension DetectorProfile {
  /// What a frame is that is plumbing, such as `the test runner`; nil when a rule of the user's alone says that it
  /// is. It is worked out for a frame that somebody looks at: reading keeps no more than that a frame is plumbing.
  package func plumbing(_ frame: Frame) -> String? {
    var text: [UInt8] = []
    func add(_ name: String?) -> Range<Int> {
      let start = text.count
      if let name { text += name.utf8 }
      return start..<text.count
    }
    let names = FrameNames(
      function: add(frame.function), file: add(frame.file), module: add(frame.module))
    for rule in plumbing where rule.holds(names, in: text.span) { return "\(rule.what)" }
    return nil
  }
}
