/// Kinds of damage found in public reports.
extension HelgrindExamples {
  package static let kinds = examples([
    (
      "the announcement of a thread without dashes",
      "==3== Thread #11 was created\n==3==    at 0x4B589F3: clone (clone.S:76)\n==3==    by 0x10A706: main (oven.c:9)\n"
        + "==3== \n==3== Possible data race during read of size 4 at 0x10F010 by thread #11\n"
        + "==3== Locks held: none\n==3==    at 0x10B37A: bake (oven.c:3)\n",
      """
      5-7 Possible data race during read of size 4 at 0x10F010 by thread #11 pid 3
        read 4 0x10f010 thread #11: 1 bake oven.c:3
        thread #11: 2 clone clone.S:76
      """
    ),
    (
      "a first line that has lost a character",
      "=7== Possible data race during read of size 4 at 0x10C08C by thread #1\n==7== Locks held: none\n"
        + "==7==    at 0x109532: main (oven.c:16)\n==7==\n"
        + "==7== This conflicts with a previous write of size 4 by thread #1\n==7== Locks held: none\n"
        + "==7==    at 0x1094E5: bake (oven.c:9)\n",
      """
      1-7 Possible data race during read of size 4 at 0x10C08C by thread #1 pid 7
        read 4 0x10c08c main: 1 main oven.c:16
        previous write 4 main: 1 bake oven.c:9
      """
    ),
    (
      "a lock of the next report",
      " Possible data race during read of size 1 at 0x116CE8 by thread #1\n Locks held: none\n    at 0x10987D: main (oven.c:1)\n"
        + "\n This conflicts with a previous write of size 4 by thread #1\n Locks held: none\n    at 0x109BB9: bake (oven.c:2)\n\n"
        + "  Lock at 0x116CE0 was first observed\n    at 0x10947C: main (oven.c:7)\n\n"
        + " Possible data race during read of size 4 at 0x4A9FE50 by thread #1\n Locks held: 1, at address 0x116CE0\n"
        + "    at 0x10A27C: taste (oven.c:3)\n",
      """
      1-7 Possible data race during read of size 1 at 0x116CE8 by thread #1
        read 1 0x116ce8 main: 1 main oven.c:1
        previous write 4 main: 1 bake oven.c:2
      12-14 Possible data race during read of size 4 at 0x4A9FE50 by thread #1
        read 4 0x4a9fe50 main holding 0x116ce0: 1 taste oven.c:3
        lock 0x116ce0: Lock at 0x116CE0 was first observed
          1 main oven.c:7
      """
    ),
    (
      "the announcement of a lock without dashes",
      "==7==  Lock at 0x10C0E0 was first observed\n==7==    at 0x4C3603C: pthread_mutex_init (in /usr/lib/helgrind.so)\n"
        + "==7==    by 0x109511: main (oven.c:14)\n==7==  Address 0x10c0e0 is 0 bytes inside data symbol \"door\"\n"
        + "==7==\n==7== Possible data race during write of size 8 at 0x5420FD8 by thread #3\n"
        + "==7== Locks held: 1, at address 0x10C0E0\n==7==    at 0x109310: bake (oven.c:48)\n==7==\n"
        + "==7== This conflicts with a previous read of size 4 by thread #1\n==7== Locks held: none\n"
        + "==7==    at 0x109288: taste (oven.c:60)\n",
      """
      6-12 Possible data race during write of size 8 at 0x5420FD8 by thread #3 pid 7
        write 8 0x5420fd8 thread #3 holding 0x10c0e0: 1 bake oven.c:48
        previous read 4 main: 1 taste oven.c:60
        lock 0x10c0e0: Lock at 0x10C0E0 was first observed
          2 pthread_mutex_init ?
        other: Address 0x10c0e0 is 0 bytes inside data symbol "door"
      """
    ),
    (
      "a heap of Valgrind's is no variable",
      "==7== Possible data race during read of size 4 at 0x4A9FE50 by thread #1\n==7== Locks held: none\n"
        + "==7==    at 0x109532: main (oven.c:16)\n"
        + "==7==  Address 0x4a9fe50 is 16 bytes inside an unallocated block of size 40 in arena \"client\"\n",
      """
      1-4 Possible data race during read of size 4 at 0x4A9FE50 by thread #1 pid 7
        read 4 0x4a9fe50 main: 1 main oven.c:16
        other: Address 0x4a9fe50 is 16 bytes inside an unallocated block of size 40 in arena "client"
      """
    ),
  ])
}
