/// Logs with KCSAN reports, and their expected outlines.
package enum KCSANExamples: ExampleTable {
  package static let detector = "kcsan"
  package static let all =
    forms + frames + cuts + foreign + consoles + levels + glued + pastes + encoded + kinds + wraps
    + negatives
  package static let bare = forms + frames + cuts + foreign

  package static let plain = """
    ==================================================================
    BUG: KCSAN: data-race in oven_bake / oven_taste

    write to 0xffff888104c2a010 of 4 bytes by task 311 on cpu 1:
     oven_bake+0x4a/0x90
     oven_worker+0x12/0x60

    read to 0xffff888104c2a010 of 4 bytes by interrupt on cpu 0:
     oven_taste+0x21/0x40
     oven_timer+0x88/0x110

    value changed: 0x00000003 -> 0x00000004

    Reported by Kernel Concurrency Sanitizer on:
    CPU: 0 PID: 77 Comm: baker Not tainted 6.1.0-oven #1
    Hardware name: Brick Oven, BIOS 1.0 01/01/2020
    ==================================================================
    """

  package static let plainOutline = """
    2-17 data-race in oven_bake / oven_taste pid 77
      write 4 0xffff888104c2a010 task 311: 2 oven_bake ?
      read 4 0xffff888104c2a010 interrupt cpu 0: 2 oven_taste ?
      changed 0x00000003 to 0x00000004
    """ + summary

  static let summary =
    "\n  summary: CPU: 0 PID: 77 Comm: baker Not tainted 6.1.0-oven #1; Hardware name: Brick Oven, BIOS 1.0 01/01/2020"

  /// The detector knows only one side.
  package static let other = """
    ==================================================================
    BUG: KCSAN: data-race in dough_knead+0x30/0x70

    race at unknown origin, with read to 0xffffffff8be01c44 of 8 bytes by task 92 on cpu 3:
     dough_knead+0x30/0x70
     dough_thread+0x12/0x60

    Reported by Kernel Concurrency Sanitizer on:
    CPU: 3 PID: 92 Comm: doughd Tainted: G        W          6.1.0-oven #1
    ==================================================================
    """

  package static let otherOutline = """
    2-10 data-race in dough_knead+0x30/0x70 pid 92
      read 8 0xffffffff8be01c44 task 92: 2 dough_knead ?
      summary: CPU: 3 PID: 92 Comm: doughd Tainted: G        W          6.1.0-oven #1
    """
}
