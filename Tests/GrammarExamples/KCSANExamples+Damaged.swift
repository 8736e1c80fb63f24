/// Reports that are cut or mixed with foreign text, and text that is not a report.
extension KCSANExamples {
  package static let cuts = examples([
    (
      "the log begins at the first access", plainLines(4...17),
      moved(plainOutline, to: "1-14").replacing("data-race in oven_bake / oven_taste", with: "?")
        + "\n  damage: its beginning is not in the log"
    ),
    (
      "the log begins in the first stack", plainLines(6...17),
      """
      3-12 ? pid 77
        read 4 0xffff888104c2a010 interrupt cpu 0: 2 oven_taste ?
        changed 0x00000003 to 0x00000004
      """ + summary
        + "\n  damage: its beginning is not in the log\n  damage: one access is not in the log"
    ),
    (
      "the log ends in the first stack", plainLines(1...5),
      """
      2-5 data-race in oven_bake / oven_taste
        write 4 0xffff888104c2a010 task 311: 1 oven_bake ?
        damage: cut off before its closing line
        damage: one access is not in the log
      """
    ),
    (
      "the log ends behind the second header", plainLines(1...8),
      """
      2-8 data-race in oven_bake / oven_taste
        write 4 0xffff888104c2a010 task 311: 2 oven_bake ?
        read 4 0xffff888104c2a010 interrupt cpu 0: no stack
        damage: cut off before its closing line
        damage: the stack of an access is cut off
      """
    ),
    (
      "the log ends before the bar", plainLines(1...16),
      moved(plainOutline, to: "2-16") + "\n  damage: cut off before its closing line"
    ),
    (
      "no bars and no reporter",
      plainLines(2...12),
      moved(plainOutline, to: "1-11").replacing(" pid 77", with: "").replacing(summary, with: "")
    ),
    (
      "an access whose end is lost", plain.replacing(" bytes by task 311 on cpu 1:", with: ""),
      plainOutline.replacing("task 311:", with: "?:") + "\n  damage: a header was cut in two at line 4"
    ),
    (
      "lines that the kernel dropped",
      plain.replacing(" oven_worker+0x12/0x60", with: "** 12 printk messages dropped **"),
      plainOutline.replacing("2 oven_bake", with: "1 oven_bake")
        + "\n  note: ** 12 printk messages dropped **\n  damage: lines were left out at line 6"
    ),
  ])

  package static let foreign = examples([
    (
      "a message of a driver between two frames",
      plain.replacing(" oven_worker+", with: "eth0: link is up\n oven_worker+"),
      moved(plainOutline, to: "2-18") + "\n  note: eth0: link is up"
    ),
    (
      "a warning with a stack inside",
      plain.replacing(
        "0x12/0x60\n",
        with: "0x12/0x60\nWARNING: CPU: 1 PID: 9 at drivers/pan/pan.c:7\nCall Trace:\n pan_fry+0x30/0x70\n"),
      moved(plainOutline, to: "2-20")
        + "\n  note: WARNING: CPU: 1 PID: 9 at drivers/pan/pan.c:7\n  note: Call Trace:\n  note: pan_fry+0x30/0x70"
        + "\n  damage: lines were left out at line 7"
    ),
    (
      "another dump behind the last frame of a stack",
      plain.replacing(
        "0x12/0x60\n", with: "0x12/0x60\n\nINFO: task baker:9 blocked for more than 143 seconds.\n"),
      moved(plainOutline, to: "2-19")
        + "\n  note: INFO: task baker:9 blocked for more than 143 seconds."
    ),
    (
      "a panic behind a report",
      plain + "\nKernel panic - not syncing: panic_on_warn set ...\nCall Trace:\n dump_stack+0xf5/0x159\n",
      plainOutline
    ),
    (
      "words behind the title", plain.replacing("oven_taste\n\n", with: "oven_taste (seen twice)\n\n"),
      plainOutline + "\n  note: (seen twice)"
    ),
    (
      "a report behind a mention", "BUG: KCSAN: data-race in oven_bake / oven_taste\n\nwas found:\n" + plain,
      moved(plainOutline, to: "5-20")
    ),
  ])

  /// Text that mentions reports but contains none.
  package static let negatives: [GrammarExample] = [
    (
      "a subject line",
      "Subject: [bug?] BUG: KCSAN: data-race in oven_bake / oven_taste\n\nIt is about the oven.\n"
    ),
    (
      "a title alone",
      "BUG: KCSAN: data-race in oven_bake / oven_taste\n\nIt is about the oven.\nAnd so on.\n"
    ),
    (
      "a list of titles",
      (0..<30).map { "[   1\($0).5][ T\($0)] BUG: KCSAN: data-race in oven_\($0) / dough\n" }.joined()
    ),
    ("prose about an access", "the read to 0xffff888104c2a010 of 4 bytes by task 311 on cpu 1 is harmless\n"),
    ("messages of the kernel", "kcsan: enabled early\n# CONFIG_KCSAN=y\n"),
    (
      "a report of KASAN",
      "BUG: KASAN: slab-use-after-free in oven_bake+0x4a/0x90\nRead of size 4 at addr ffff888104c2a010 by task baker/311\n"
    ),
  ].map { GrammarExample("no report: \($0)", log: $1, outline: "") }
}
