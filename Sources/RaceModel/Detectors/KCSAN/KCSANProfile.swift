extension Detector {
  /// The Linux kernel's concurrency sanitizer.
  package static let kcsan = Detector("kcsan")
}

extension DetectorProfile {
  /// The Linux kernel's concurrency sanitizer.
  static let kcsan = DetectorProfile(
    detector: .kcsan,
    title: "KCSAN",
    threadWord: "task",
    mainThread: "main thread",
    program: .kernel,
    // The pid of a report is that of a task of the one kernel.
    printsProcesses: false,
    creators: .unprinted,
    loneAccess: LoneAccess(
      words: "unknown origin",
      sentence: "the detector saw that the value changed, not who changed it",
      advice: [
        "KCSAN saw the value change while it watched; the other access is not instrumented or comes from a device",
        "CONFIG_KCSAN_INTERRUPT_WATCHER=y and a longer kcsan.udelay_task catch more of the other side",
      ]),
    // It names the machine and the task of the access below which it is printed.
    sumsUpLastAccess: true,
    printsReadLocks: true,
    leavesStaleFrames: false,
    memory: nil,
    advice: Advice(whole: "dmesg or the serial console has the complete report"),
    plumbing: KCSANPlumbing.rules,
    suppressions: SuppressionSyntax(form: .functions, advice: "write each line to /sys/kernel/debug/kcsan"),
    grammars: [KCSANGrammar.self])
}
