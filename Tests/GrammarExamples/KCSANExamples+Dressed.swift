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
  ])
}
