/// Reports that were damaged before their lines were dressed.
extension HelgrindExamples {
  package static let damaged = kinds + pastes.filter { $0.name.hasPrefix("Valgrind's own") } + wraps

  static let wraps = examples([
    (
      "a title that was wrapped",
      "==2== Possible data race during write of size 4 at 0x54EACB0 by\nthread #12\n==2== Locks held: none\n"
        + "==2==    at 0x4ECC174: unref (oven.c:28)\n==2==\n"
        + "==2== This conflicts with a previous write of size 4 by thread #5\n==2== Locks held: none\n"
        + "==2==    at 0x4ECC174: unref (oven.c:20)\n",
      """
      1-8 Possible data race during write of size 4 at 0x54EACB0 by thread #12 pid 2
        write 4 0x54eacb0 thread #12: 1 unref oven.c:28
        previous write 4 thread #5: 1 unref oven.c:20
      """
    ),
    (
      "frames that a terminal wrapped",
      "==7== Possible data race during read of size 4 at 0x10C08C by thread #1\n==7== Locks held: none\n"
        + "==7==    at 0x49287A7: copy@@LIB_2.2.5 (in /usr/lib/a-rather-long-library-of-ovens-2.30.so\n)\n"
        + "==7==\n==7== This conflicts with a previous write of size 4 by thread #2\n==7== Locks held: none\n"
        + "==7==    at 0x488DCFB: make@@LIB_2.2.5 (in /usr/lib/a-rather-long-library-of-ovens-2.30\n.so)\n"
        + "==7==    by 0x109532: main (oven.c:16)\n",
      """
      1-10 Possible data race during read of size 4 at 0x10C08C by thread #1 pid 7
        read 4 0x10c08c main: 1 copy@@LIB_2.2.5 ?
        previous write 4 thread #2: 2 make@@LIB_2.2.5 ?
      """
    ),
    (
      "a first line without Valgrind's prefix",
      "Possible data race during write of size 4 at 0x10C014 by thread #1\n==252== Locks held: none\n"
        + "==252==    at 0x109236: main (oven.c:15)\n==252==\n"
        + "==252== This conflicts with a previous write of size 4 by thread #2\n==252== Locks held: none\n"
        + "==252==    at 0x1091BE: worker (oven.c:8)\n"
        + "==252==  Address 0x10c014 is 0 bytes inside data symbol \"balance\"\n",
      """
      1-8 Possible data race during write of size 4 at 0x10C014 by thread #1 pid 252
        write 4 0x10c014 main: 1 main oven.c:15
        previous write 4 thread #2: 1 worker oven.c:8
        global: Address 0x10c014 is 0 bytes inside data symbol "balance"
      """
    ),
    (
      "an order of locks without Valgrind's prefix",
      "Thread #1: lock order \"0x7FF0006D0 before 0x7FF0006A0\" violated\n\n"
        + "Observed (incorrect) order is: acquisition of lock at 0x7FF0006A0\n   at 0x400825: main (oven.c:23)\n\n"
        + " followed by a later acquisition of lock at 0x7FF0006D0\n   at 0x400853: main (oven.c:24)\n",
      """
      1-7 Thread #1: lock order "0x7FF0006D0 before 0x7FF0006A0" violated [lock-order]
        acquisition by main: Observed (incorrect) order is: acquisition of lock at 0x7FF0006A0
          1 main oven.c:23
        acquisition by main: followed by a later acquisition of lock at 0x7FF0006D0
          1 main oven.c:24
      """
    ),
  ])
}
