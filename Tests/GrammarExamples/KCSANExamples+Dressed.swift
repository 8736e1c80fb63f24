/// Reports that were damaged before their lines were dressed.
extension KCSANExamples {
  package static let damaged = kinds + wraps

  static let wraps = examples([
    (
      "accesses that were wrapped behind stamps",
      "[   12.81] BUG: KCSAN: data-race in oven_bake / oven_taste\n\n[   12.82] read to 0xffffa21c07003009\n"
        + "of 1 bytes by task 1035 on cpu 0:\n[   12.82]  oven_bake+0x5d/0x1c0\n\n"
        + "[   12.82] write to 0xffffa21c07003009 of 1 bytes by\ntask 1036 on cpu 1:\n"
        + "[   12.82]  oven_taste+0x5d/0x1c0\n",
      """
      1-9 data-race in oven_bake / oven_taste
        read 1 0xffffa21c07003009 task 1035: 1 oven_bake ?
        write 1 0xffffa21c07003009 task 1036: 1 oven_taste ?
      """
    ),
    (
      "a race at unknown origin that was wrapped behind stamps",
      "[    4.75] BUG: KCSAN: data-race in oven_bake+0xef/0x1b0\n[    4.75]\n"
        + "[    4.75] race at unknown origin, with read to 0xffff90a80098b034\nof 4 bytes by task 252 on cpu 1:\n"
        + "[    4.75]  oven_bake+0xef/0x1b0\n[    4.75]  oven_open+0x69d/0x820\n",
      """
      1-6 data-race in oven_bake+0xef/0x1b0
        read 4 0xffff90a80098b034 task 252: 2 oven_bake ?
      """
    ),
    (
      "every kind of line that was wrapped behind stamps",
      "[   12.81] BUG: KCSAN: data-race\nin oven_bake / oven_taste\n\n[   12.82] read (marked, reordered)\n"
        + "to 0xffffa21c07003009 of 1 bytes by task 1035 on cpu 0:\n[   12.82]  oven_bake+0x5d/0x1c0\n"
        + "[   12.82]   |\n[   12.82]   +-> reordered to:\noven_bake_all+0x6b/0x110\n\n"
        + "[   12.82] write to 0xffffa21c07003009 of 1 bytes by task 1036 on cpu 1:\n"
        + "[   12.82]  oven_taste+0x5d/0x1c0\n\n[   12.82] Reported by Kernel Concurrency Sanitizer\non:\n"
        + "[   12.82] CPU: 1 PID: 1036 Comm: baker Not\ntainted 6.1.0-oven #1\n",
      """
      1-17 data-race in oven_bake / oven_taste pid 1036
        read 1 0xffffa21c07003009 task 1035 (marked, reordered): 1 oven_bake ?
        write 1 0xffffa21c07003009 task 1036: 1 oven_taste ?
        reorderedTo by task 1035: reordered to
          1 oven_bake_all ?
        summary: CPU: 1 PID: 1036 Comm: baker Not tainted 6.1.0-oven #1
      """
    ),
    (
      "a title and a race at unknown origin that were wrapped behind stamps",
      "[    4.75] BUG: KCSAN: data-race in\noven_bake+0xef/0x1b0\n[    4.75]\n"
        + "[    4.75] race at unknown origin, with read-write\n"
        + "(marked) to 0xffff90a80098b034 of 4 bytes by task 252 on cpu 1:\n[    4.75]  oven_bake+0xef/0x1b0\n",
      """
      1-6 data-race in oven_bake+0xef/0x1b0
        read-write 4 0xffff90a80098b034 task 252 (marked): 1 oven_bake ?
      """
    ),
    (
      "places that were wrapped behind their functions",
      "BUG: KCSAN: data-race in oven_bake / oven_taste\n\n"
        + "write to 0xffff888104c2a010 of 4 bytes by task 311 on cpu 1:\n oven_bake_all_the_bread\n"
        + "(drivers/oven/bake.c:88 (discriminator 3)) oven\n oven_worker (drivers/oven/main.c:12) oven\n\n"
        + "read to 0xffff888104c2a010 of 4 bytes by interrupt on cpu 0:\n oven_taste_all_the_bread\n"
        + "(include/linux/pan.h:3\ndrivers/oven/taste.c:120)\n oven_timer (kernel/timer.c:9)\n",
      """
      1-12 data-race in oven_bake / oven_taste
        write 4 0xffff888104c2a010 task 311: 2 oven_bake_all_the_bread drivers/oven/bake.c:88
        read 4 0xffff888104c2a010 interrupt cpu 0: 3 ? include/linux/pan.h:3 | oven_taste_all_the_bread drivers/oven/taste.c:120
      """
    ),
  ])
}
