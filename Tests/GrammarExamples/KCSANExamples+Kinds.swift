/// Kinds of damage found in public reports.
extension KCSANExamples {
  package static let kinds = examples([
    (
      "a title that was looked up",
      "BUG: KCSAN: data-race in oven_bake (drivers/oven.c:30 drivers/oven.c:83) oven\n\n"
        + "race at unknown origin, with read to 0xffff888104c2a010 of 4 bytes by interrupt on cpu 2:\n"
        + " oven_bake (drivers/oven.c:83) oven\n do_idle (kernel/sched/idle.c:219)\n",
      """
      1-5 data-race in oven_bake (drivers/oven.c:30 drivers/oven.c:83) oven
        read 4 0xffff888104c2a010 interrupt cpu 2: 2 oven_bake drivers/oven.c:83
      """
    ),
    (
      "blanks of stamps that somebody squeezed",
      "[   70.26][    C1] BUG: KCSAN: data-race in oven_bake / oven_taste\n[   70.26][    C1]\n"
        + "[   70.26][    C1] write to 0xffff888104c2a010 of 8 bytes by interrupt on cpu 0:\n[ 70.26][ C1] oven_bake+0x8e/0x140\n"
        + "[   70.26][    C1]\n[   70.26][    C1] read to 0xffff888104c2a010 of 8 bytes by interrupt on cpu 1:\n"
        + "[ 70.26][ C1] oven_taste (kernel/oven.c:41) \n",
      """
      1-7 data-race in oven_bake / oven_taste
        write 8 0xffff888104c2a010 interrupt cpu 0: 1 oven_bake ?
        read 8 0xffff888104c2a010 interrupt cpu 1: 1 oven_taste kernel/oven.c:41
      """
    ),
    (
      "a title without blanks around its slash",
      plain.replacing("oven_bake / oven_taste", with: "oven_bake/oven_taste"), plainOutline
    ),
    (
      "a lock that a tool has printed once for each inlined call",
      "BUG: KCSAN: data-race in oven_bake+0xef/0x1b0\n\n"
        + "race at unknown origin, with read to 0xffff90a80098b034 of 4 bytes by task 252 on cpu 1:\n"
        + " oven_bake+0xef/0x1b0\n\n2 locks held by baker/252:\n"
        + " #0: ffff888102d7e010 (&oven->mutex){+.+.}-{3:3}, at: oven_open+0x5e/0x2c0 drivers/oven/main.c:77\n"
        + " #1: ffffffff8e334ce0 (rcu_read_lock){....}-{1:3}, at: rcu_lock_acquire include/linux/rcupdate.h:331 [inline]\n"
        + " #1: ffffffff8e334ce0 (rcu_read_lock){....}-{1:3}, at: oven_bake+0x5e/0x2c0 drivers/oven/main.c:12\n",
      """
      1-9 data-race in oven_bake+0xef/0x1b0
        read 4 0xffff90a80098b034 task 252 holding ffff888102d7e010 (&oven->mutex), ffffffff8e334ce0 (rcu_read_lock): 1 oven_bake ?
      """
    ),
  ])
}
