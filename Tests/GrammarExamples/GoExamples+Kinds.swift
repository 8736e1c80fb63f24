/// Kinds of damage found in public reports.
extension GoExamples {
  /// The beginning of a raw string is itself a prefix.
  package static let damaged = kinds.filter { $0.name != "the end of a raw string" } + retold + lost

  package static let kinds = examples([
    (
      "a result of another test inside",
      "==================\nWARNING: DATA RACE\nWrite at 0x00c000012345 by goroutine 9:\n  oven.bake()\n"
        + "      /oven/bake.go:42 +0x2e\n--- FAIL: TestOther (0.00s)\n    other_test.go:7: want 1\n\n"
        + "Previous write at 0x00c000012345 by main goroutine:\n  oven.taste()\n      /oven/taste.go:40 +0xf3\n"
        + "\nGoroutine 9 (running) created at:\n  oven.taste()\n      /oven/taste.go:43 +0xfa\n==================\n",
      """
      2-16 DATA RACE
        write 0x00c000012345 goroutine 9: 1 oven.bake /oven/bake.go:42
        previous write 0x00c000012345 main: 1 oven.taste /oven/taste.go:40
        goroutine 9 running: 1 oven.taste /oven/taste.go:43
        note: --- FAIL: TestOther (0.00s)
        note: other_test.go:7: want 1
      """
    ),
    (
      "places without functions",
      "WARNING: DATA RACE\nRead at 0x00c000012345 by goroutine 53:\n      /oven/bake.go:45 +0x58\n"
        + "Previous write at 0x00c000012345 by main goroutine:\n      /oven/taste.go:10 +0x58\n",
      """
      1-5 DATA RACE
        read 0x00c000012345 goroutine 53: 1 ? /oven/bake.go:45
        previous write 0x00c000012345 main: 1 ? /oven/taste.go:10
        damage: a frame is damaged at line 3
        damage: a frame is damaged at line 5
        damage: where goroutine 53 was created is not in the log
      """
    ),
    (
      "frames on one line, with somebody's words",
      "WARNING: DATA RACE\nWrite at 0x00c000012345 by goroutine 8:\n"
        + "  oven.(*Oven).bake()      bake.go:57   // o.heat = heat\n"
        + "Previous read at 0x00c000012345 by main goroutine:\n  oven.taste()  taste.go:33\n",
      """
      1-5 DATA RACE
        write 0x00c000012345 goroutine 8: 1 oven.(*Oven).bake bake.go:57
        previous read 0x00c000012345 main: 1 oven.taste taste.go:33
        damage: where goroutine 8 was created is not in the log
      """
    ),
    (
      "the end of a raw string",
      "text := `WARNING: DATA RACE\nRead at 0x00c000012345 by main goroutine:\n  oven.Get()\n"
        + "      /oven/get.go:86 +0x2a\n  oven.(*B).Build()\n      /oven/build.go:31 +0xcd0`,\n",
      """
      1-6 DATA RACE
        read 0x00c000012345 main: 2 oven.Get /oven/get.go:86
        damage: one access is not in the log
      """
    ),
    (
      "a test that gotestsum heads",
      "=== FAIL: oven TestBake (44.69s)\n==================\nWARNING: DATA RACE\n"
        + "Read at 0x00c000012345 by main goroutine:\n  oven.bake()\n      /oven/bake.go:42 +0x2e\n\n"
        + "Previous write at 0x00c000012345 by main goroutine:\n  oven.taste()\n      /oven/taste.go:40 +0xf3\n"
        + "==================\n",
      """
      3-11 DATA RACE
        read 0x00c000012345 main: 1 oven.bake /oven/bake.go:42
        previous write 0x00c000012345 main: 1 oven.taste /oven/taste.go:40
        during TestBake in oven
      """
    ),
  ])
}
