extension Cause.Kind {
  /// A slice grows or is copied while another thread uses it.
  package static let sliceAppend = Cause.Kind("slice-append", "slice append or copy")
}

extension CauseRule {
  /// One side lets a slice grow or copies it.
  static let sliceAppend = CauseRule(
    kind: .sliceAppend,
    evidence: { facts in
      guard facts.program == .goProgram, let (first, second) = facts.pair else { return nil }
      for side in [first, second] {
        // A buffer of the standard library is what is shared, not a slice of the program's.
        if let name = side.lead(where: { GoRuntimeFunction.subject($0) == .slice }), !isBuffer(side.site) {
          return ["\(name) in \(side.words)"]
        }
      }
      return nil
    },
    examples: [
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0", write: "main.set app.go:11",
          read: "runtime.growslice slice.go:178;main.add app.go:15"),
        holds: true),
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0", write: "bytes.(*Buffer).Reset buffer.go:11",
          read: "runtime.slicecopy slice.go:353;bytes.(*Buffer).Write buffer.go:15"), holds: false),
    ])

  private static func isBuffer(_ site: Frame?) -> Bool {
    ["bytes.", "bufio.", "strings."].contains { site?.function?.hasPrefix($0) == true }
  }
}
