/// KCSAN's own output, in all versions.
extension KCSANExamples {
  package static let forms =
    examples([
      ("today's form", plain, plainOutline),
      ("a race at unknown origin has one side and is whole", other, otherOutline),
      (
        "adjacent reports with one bar between them",
        plain + "\n" + lines(other).dropFirst().joined(separator: "\n"),
        plainOutline + "\n" + moved(otherOutline, to: "18-26")
      ),
      ("adjacent reports", plain + "\n" + other, plainOutline + "\n" + moved(otherOutline, to: "19-27")),
      (
        "the first kernels: no value",
        plain.replacing("value changed: 0x00000003 -> 0x00000004\n\n", with: ""),
        moved(plainOutline, to: "2-15").replacing("  changed 0x00000003 to 0x00000004\n", with: "")
      ),
      (
        "a failed assertion of two sides",
        plain.replacing("data-race in", with: "assert: race in").replacing(
          "read to", with: "assert no writes to"),
        plainOutline.replacing(
          "data-race in oven_bake / oven_taste", with: "assert: race in oven_bake / oven_taste [assert-race]"
        )
        .replacing(
          "read 4 0xffff888104c2a010 interrupt cpu 0:",
          with: "access 4 0xffff888104c2a010 interrupt cpu 0 (assert no writes):")
      ),
      (
        "a failed assertion of unknown origin",
        other.replacing("data-race in", with: "assert: race in").replacing(
          "read to", with: "assert no accesses (scoped) to"),
        otherOutline.replacing(
          "data-race in dough_knead+0x30/0x70", with: "assert: race in dough_knead+0x30/0x70 [assert-race]"
        ).replacing(
          "read 8 0xffffffff8be01c44 task 92:",
          with: "access 8 0xffffffff8be01c44 task 92 (assert no accesses, scoped):")
      ),
      (
        "the bits that an assertion watched, behind the values",
        plain.replacing("-> 0x00000004", with: "-> 0x00000004 bits changed: 0x00000001 with mask 0x0000000f"),
        plainOutline + "\n  bits: bits changed: 0x00000001 with mask 0x0000000f"
      ),
      (
        "the bits that an assertion watched, on a line below",
        plain.replacing(
          "-> 0x00000004", with: "-> 0x00000004\n bits changed: 0x00000001 with mask 0x0000000f"),
        moved(plainOutline, to: "2-18") + "\n  bits: bits changed: 0x00000001 with mask 0x0000000f"
      ),
      (
        "an access that the memory model has moved",
        plain.replacing("write to", with: "write (reordered) to").replacing(
          "0x12/0x60\n", with: "0x12/0x60\n  |\n  +-> reordered to: oven_bake+0x7a/0x90\n"),
        moved(plainOutline, to: "2-19").replacing("task 311:", with: "task 311 (reordered):").replacing(
          "  changed",
          with: "  reorderedTo by task 311: reordered to\n    1 oven_bake ?\n  changed")
      ),
      (
        "CONFIG_KCSAN_VERBOSE: locks and irqs",
        plain.replacing(
          "0x12/0x60\n",
          with: """
            0x12/0x60

            1 lock held by baker/311:
             #0: ffff888104c2a0d8 (&oven->lock){+.+.}-{2:2}, at: oven_worker+0x6/0x60

            irq event stamp: 1204
            hardirqs last  enabled at (1203): [<ffffffff81a2b3c4>] oven_worker+0x2/0x60
            softirqs last disabled at (0): [<0000000000000000>] 0x0

            """),
        moved(plainOutline, to: "2-24").replacing(
          "task 311:", with: "task 311 holding ffff888104c2a0d8 (&oven->lock):")
      ),
      (
        "an address that the kernel hides", plain.replacing("0xffff888104c2a010", with: "(____ptrval____)"),
        plainOutline.replacing(" 0xffff888104c2a010", with: "")
      ),
      (
        "a work queue's task",
        plain.replacing("Hardware", with: "Workqueue: events oven_work\nHardware"),
        moved(plainOutline, to: "2-18").replacing(
          "; Hardware", with: "; Workqueue: events oven_work; Hardware")
      ),
    ]) + accesses

  private static let accesses: [GrammarExample] = [
    ("write (marked)", "write", "marked"), ("read-write", "read-write", nil),
    ("read-write (marked)", "read-write", "marked"), ("read (scoped)", "read", "scoped"),
    ("write (marked, reordered)", "write", "marked, reordered"),
  ].map { (words: String, operation: String, qualifier: String?) in
    GrammarExample(
      "an access: \(words)", log: plain.replacing("write to", with: "\(words) to"),
      outline: plainOutline.replacing(
        "write 4 0xffff888104c2a010 task 311:",
        with: "\(operation) 4 0xffff888104c2a010 task 311\(qualifier.map { " (\($0))" } ?? ""):"))
  }

  /// The first frame, as the kernel and the tools that decode it print it.
  package static let frames: [GrammarExample] = [
    ("oven_bake+0x4a/0x90 [oven]", "2 oven_bake ?"),
    ("oven_bake+0x4a/0x90 drivers/oven/bake.c:12", "2 oven_bake drivers/oven/bake.c:12"),
    ("oven_bake (drivers/oven/bake.c:12)", "2 oven_bake drivers/oven/bake.c:12"),
    ("oven_bake (??:?)", "2 oven_bake ?"),
    ("oven_bake.isra.0+0x4a/0x90", "2 oven_bake.isra.0 ?"),
    ("oven_heat drivers/oven/heat.h:21 [inline]", "2 oven_heat drivers/oven/heat.h:21 | oven_worker ?"),
    ("__tsan_write4+0x18/0x40\n oven_bake+0x4a/0x90", "3 __tsan_write4 ? | oven_bake ?"),
    (
      "oven_bake (drivers/oven/heat.h:21 drivers/oven/bake.c:12) oven",
      "3 ? drivers/oven/heat.h:21 | oven_bake drivers/oven/bake.c:12"
    ),
  ].map { (text: String, read: String) in
    GrammarExample(
      "a frame: \(text)", log: plain.replacing("oven_bake+0x4a/0x90", with: text),
      outline: moved(plainOutline, to: text.contains("\n") ? "2-18" : "2-17").replacing(
        "2 oven_bake ?", with: read))
  }
}
