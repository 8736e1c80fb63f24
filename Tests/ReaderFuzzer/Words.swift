/// Pieces with a meaning for a reader of logs, inserted where they do not belong.
enum Words {
  static let all: [[UInt8]] = texts.map { Array($0.utf8) } + bytes

  private static let bytes: [[UInt8]] = [
    [0], [0x0A], [0x0D], [0x0D, 0x0A], [0x1B], [0x7F], [0x80], [0xFF, 0xFE], [0xFE, 0xFF],
    [0xEF, 0xBB, 0xBF],
    [0xC2, 0x85], [0xE2, 0x80, 0xAE], [0xF4, 0x8F, 0xBF, 0xBF], [0xED, 0xA0, 0x80], [0xC0, 0xAF],
  ]

  private static let texts =
    go + threadSanitizer + kernel + valgrind + wrappings
    + numbers.map { " \($0)" } + numbers.map { ":\($0)" }

  static let numbers = [
    "0", "-1", "00", "65536", "2147483647", "2147483648", "-2147483649", "4294967296", "9223372036854775807",
    "9223372036854775808", "18446744073709551615", "18446744073709551616", "99999999999999999999999999",
    "0x0", "0xffffffffffffffff", "0x10000000000000000", "1e9", "0x",
  ]

  private static let go = [
    "==================\n", "WARNING: DATA RACE\n", "WARNING: DEADLOCK\n", "Read at 0x00c000012345 by ",
    "Write at 0x00c000012345 by goroutine 7:\n", "Previous read at 0x1 by main goroutine:\n",
    "Previous write at 0x1 by goroutine 8:\n", "goroutine 7:", "main goroutine:",
    "Goroutine 7 (running) created at:\n", "Goroutine 8 (finished) created at:\n", "  main.f()\n",
    "      /app/main.go:8 +0x44\n", "  main.(*T[...]).m.func1.2()\n", "  [failed to restore the stack]\n",
    "  runtime.mapassign_faststr()\n", "  testing.tRunner()\n", "panic: x\n", "Found 1 data race(s)\n",
    "exit status 66\n", "=== RUN   TestA\n", "=== CONT  TestB\n", "=== NAME  \n", "--- FAIL: TestA (0.00s)\n",
    "testing.go:1465: race detected during execution of test\n",
  ]

  private static let threadSanitizer = [
    "WARNING: ThreadSanitizer: data race (pid=123)\n", "  Write of size 8 at 0x7b0400000010 by thread T1:\n",
    "  Previous atomic read of size 4 at 0x7b0400000010 by main thread (mutexes: write M0, read M1):\n",
    "    #0 f() a.cc:1:2 (exe+0x123) (BuildId: 00ff)\n", "    #1 <null> <null> (lib.so+0xffffffffffffffff)\n",
    "  Location is heap block of size 8 at 0x7b0400000010 allocated by main thread:\n",
    "  Location is stack of thread T1.\n", "  Location is global 'x' of size 4 at 0x1 (exe+0x1)\n",
    "  Mutex M0 (0x7b1) created at:\n", "  Thread T1 'name' (tid=1, running) created by main thread at:\n",
    "  Thread T2 (tid=2, finished) created by thread T1 at:\n",
    "SUMMARY: ThreadSanitizer: data race a.cc:1 in f()\n", "  As if synchronized via sleep:\n",
    "WARNING: ThreadSanitizer: lock-order-inversion (potential deadlock) (pid=1)\n",
    "  Cycle in lock order graph: M0 (0x1) => M1 (0x2) => M0\n", "ThreadSanitizer: reported 1 warnings\n",
  ]

  private static let kernel = [
    "BUG: KCSAN: data-race in a / b\n", "write to 0xffff888100000000 of 8 bytes by task 12 on cpu 1:\n",
    "read (marked) to 0xffff888100000000 of 4 bytes by interrupt on cpu 0:\n", " f+0x12/0x34 [mod]\n",
    "read-write to 0x1 of 1 bytes by task 1 on cpu 0:\n", "value changed: 0x0000 -> 0x0001\n",
    "race at unknown origin, with read to 0x1 of 8 bytes by task 2 on cpu 2:\n",
    "Reported by Kernel Concurrency Sanitizer on:\n", "CPU: 0 PID: 1 Comm: x Not tainted 6.1.0\n",
    "[    1.234567] ", "[   12.000001][ T123] ", "3D=\n", "<4>",
  ]

  private static let valgrind = [
    "==123== Possible data race during read of size 4 at 0x1 by thread #1\n",
    "==123== This conflicts with a previous write of size 4 by thread #2\n", "==123== Locks held: none\n",
    "==123==    at 0x1234: f (a.c:1)\n", "==123==    by 0x1234: g (in /lib/x.so)\n",
    "==123== Thread #1 is the program's root thread\n", "==123== Thread #2 was created\n",
    "==123== Conflicting load by thread 3 at 0x00000001 size 4\n",
    "==123==  Address 0x1 is on thread #1's stack\n",
    "==123== ---Thread-Announcement------------------------------------------\n",
    "==123== ----------------------------------------------------------------\n",
    "==123== ERROR SUMMARY: 1 errors from 1 contexts (suppressed: 0 from 0)\n", "==123== \n", "--123-- ",
    "<?xml version=\"1.0\"?>\n<valgrindoutput>\n", "<error>\n", "</error>\n", "<kind>Race</kind>\n",
    "<xwhat>\n",
    "<text>Possible data race</text>\n", "<stack>\n<frame>\n", "</frame>\n</stack>\n", "<fn>f</fn>\n",
    "<line>1</line>\n", "<hthreadid>1</hthreadid>\n", "<announcethread>\n", "<tool>helgrind</tool>\n",
    "&#xD800;",
    "&amp;lt;", "]]>", "<!--",
  ]

  private static let wrappings = [
    "> ", "| ", "+", "    ", "\t", "api-1  | ", "12:", "13-", "2024-08-09T01:45:13.123456789Z stderr P ",
    "2024-08-09T01:45:13Z stdout F ", "\u{1B}[0m", "\u{1B}[31;1m", "\u{1B}]0;t", "\u{1B}]8;;http://x\u{1B}\\",
    "\u{1B}P", "\u{07}", "\u{16}", "\u{08}", "...", "```\n", "```go\n", "<details>\n", "&lt;", "&#39;", "\\n",
    "\\u00", "\\ud83d", "\\u001b[0m", "\\", "\"", "{\"Action\":\"output\",\"Package\":\"a\",\"Output\":\"",
    "{\"log\":\"", "\\n\"}\n", "\",\"stream\":\"stderr\",\"time\":\"2024-01-01T00:00:00Z\"}\n", "{}", "{\"",
    "\u{85}",
    "\u{2028}", "\u{202E}", "e\u{301}", "日本語", "👨‍👩‍👧‍👦", "\u{FEFF}", "\u{E0001}", "()", " +0x", "@", "%s%n",
    "$(id)", "/../..",
  ]
}
