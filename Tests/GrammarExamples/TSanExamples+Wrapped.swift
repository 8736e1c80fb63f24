/// Lines that a mail program or a terminal has wrapped, or the program's output interrupted, where the cut is easily
/// taken for an end.
extension TSanExamples {
  private static let title = "WARNING: ThreadSanitizer: data race (pid=7)\n"
  private static let taste =
    "\n  Previous read of size 4 at 0x7b04 by main thread:\n    #0 taste oven.c:18 (oven+0x18)\n"
  private static let creation =
    "\n  Thread T2 (tid=9, running) created by main thread at:\n    #0 main oven.c:40 (oven+0x13)\n"

  static let wraps = examples([
    (
      "output inside the locks of an access",
      title + "  Write of size 4 at 0x7b04 by thread T2 (mutexes: write M12done.\n, read M14):\n"
        + "    #0 bake oven.c:12 (oven+0x12)\n" + taste + creation,
      """
      1-10 data race pid 7
        write 4 0x7b04 thread T2 holding write M12, read M14: 1 bake oven.c:12
        previous read 4 0x7b04 main: 1 taste oven.c:18
        thread T2 tid 9 running by main: 1 main oven.c:40
        note: done.
        damage: a header was cut in two at line 2
      """
    ),
    (
      "words that a terminal has cut",
      title + "  Write of size 4 at 0x7b04 by thread T2 (mutexes: write M12, re\nad M14):\n"
        + "    #0 bake oven.c:12 (oven+0x12)\n" + taste
        + "\n  Location is heap block of size 16 at 0x7b04 allocated by main threa\nd:\n"
        + "    #0 main oven.c:41 (oven+0x14)\n" + creation,
      """
      1-14 data race pid 7
        write 4 0x7b04 thread T2 holding write M12, read M14: 1 bake oven.c:12
        previous read 4 0x7b04 main: 1 taste oven.c:18
        thread T2 tid 9 running by main: 1 main oven.c:40
        heap: Location is heap block of size 16 at 0x7b04 allocated by main thread:
          1 main oven.c:41
      """
    ),
    (
      "a list of types that ends on the next line",
      title + "  Write of size 4 at 0x7b04 by main thread:\n"
        + "    #0 oven::bake(std::vector<int, std::allocator<int>\n> const&) /src/oven.cc:12:3 (oven+0x12)\n"
        + "    #1 main oven.c:40 (oven+0x13)\n" + taste,
      """
      1-8 data race pid 7
        write 4 0x7b04 main: 2 oven::bake(std::vector<int, std::allocator<int> > const&) /src/oven.cc:12
        previous read 4 0x7b04 main: 1 taste oven.c:18
      """
    ),
    (
      "a cycle of locks that goes on with an arrow",
      "WARNING: ThreadSanitizer: lock-order-inversion (potential deadlock) (pid=7)\n"
        + "  Cycle in lock order graph: M0 (0x7b0c30) => M1 (0x7b0c60)\n=> M2 (0x7b0c90) => M0\n\n"
        + "  Mutex M1 acquired here while holding mutex M0 in main thread:\n    #0 bake oven.c:12 (oven+0x12)\n\n"
        + "  Mutex M2 acquired here while holding mutex M1 in main thread:\n    #0 taste oven.c:18 (oven+0x18)\n",
      """
      1-9 lock-order-inversion (potential deadlock) [lock-order] pid 7
        lock M0: M0 (0x7b0c30)
        lock M1: M1 (0x7b0c60)
        lock M2: M2 (0x7b0c90)
        lockCycle: Cycle in lock order graph: M0 (0x7b0c30) => M1 (0x7b0c60) => M2 (0x7b0c90) => M0
        acquisition by main: Mutex M1 acquired here while holding mutex M0 in main thread:
          1 bake oven.c:12
        acquisition by main: Mutex M2 acquired here while holding mutex M1 in main thread:
          1 taste oven.c:18
      """
    ),
    (
      "numbers of frames alone, and of builds",
      title + "  Write of size 4 at 0x7b04 by main thread:\n"
        + "    #0\noven_bake_all_the_bread_of_the_town\n<null> (oven+0x12)\n    #1 main oven.c:40 (oven+0x13)\n\n"
        + "  Previous read of size 4 at 0x7b04 by main thread:\n    #0 oven_taste_all_the_bread <null>\n"
        + "(oven+0x18) (BuildId:\nbbe2057ad9a7c4b7122ec47d2500ff98e0395cef)\n    #1 main oven.c:41 (oven+0x14)\n",
      """
      1-12 data race pid 7
        write 4 0x7b04 main: 2 oven_bake_all_the_bread_of_the_town ?
        previous read 4 0x7b04 main: 2 oven_taste_all_the_bread ?
      """
    ),
    (
      "a frame on four lines",
      title + "  Write of size 4 at 0x7b04 by main thread:\n"
        + "    #0 oven::bake(oven::Tray*, bool, bool,\nint, oven::Dough*, void*)\nbake.cpp.o (oven+0x12) (BuildId:\n"
        + "9fafb97c4b93e1c398d0ac878b140477513dd90d)\n    #1 main oven.c:40 (oven+0x13)\n" + taste,
      """
      1-10 data race pid 7
        write 4 0x7b04 main: 2 oven::bake(oven::Tray*, bool, bool, int, oven::Dough*, void*) bake.cpp.o
        previous read 4 0x7b04 main: 1 taste oven.c:18
      """
    ),
  ])
}
