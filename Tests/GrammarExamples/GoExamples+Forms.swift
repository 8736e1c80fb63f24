/// The detector's own output, in all versions.
extension GoExamples {
  package static let forms: [GrammarExample] = [
    GrammarExample("today's form", log: plain, outline: plainOutline),
    GrammarExample(
      "Go before 1.7: headers without an address",
      log: """
        ==================
        WARNING: DATA RACE
        Write by goroutine 13:
          github.com/jo/ogo.(*Bot).run()
              /home/jo/src/ogo/bot.go:33 +0x99

        Previous read by main goroutine:
          github.com/jo/ogo.(*Bot).Stop()
              /home/jo/src/ogo/bot.go:61 +0x58

        Goroutine 13 (running) created at:
          github.com/jo/ogo.(*Bot).Start()
              /home/jo/src/ogo/bot.go:25 +0xa1
        ==================
        """,
      outline: """
        2-14 DATA RACE
          write goroutine 13: 1 github.com/jo/ogo.(*Bot).run /home/jo/src/ogo/bot.go:33
          previous read main: 1 github.com/jo/ogo.(*Bot).Stop /home/jo/src/ogo/bot.go:61
          goroutine 13 running: 1 github.com/jo/ogo.(*Bot).Start /home/jo/src/ogo/bot.go:25
        """),
    GrammarExample(
      "the runtime on top of a stack does not stand for the access",
      log: plain.replacing(
        "  main.add()",
        with: "  runtime.mapassign_faststr()\n      /go/src/runtime/map_faststr.go:203 +0x0\n  main.add()"),
      outline: """
        2-16 DATA RACE
          write 0x00c000012345 goroutine 7: 2 runtime.mapassign_faststr \
        /go/src/runtime/map_faststr.go:203 | main.add /app/main.go:8
          previous read 0x00c000012345 main: 1 main.main /app/main.go:14
          goroutine 7 running: 1 main.main /app/main.go:13
        """),
    GrammarExample(
      "a stack that the detector could not restore",
      log: plain.replacing(
        "  main.main()\n      /app/main.go:14 +0x88", with: "  [failed to restore the stack]"),
      outline: """
        2-13 DATA RACE
          write 0x00c000012345 goroutine 7: 1 main.add /app/main.go:8
          previous read 0x00c000012345 main: no stack
          goroutine 7 running: 1 main.main /app/main.go:13
          damage: the detector could not restore a stack
        """),
    GrammarExample(
      "a creation that the detector could not restore",
      log: plain.replacing(
        "  main.main()\n      /app/main.go:13 +0x66", with: "  [failed to restore the stack]"),
      outline: """
        2-13 DATA RACE
          write 0x00c000012345 goroutine 7: 1 main.add /app/main.go:8
          previous read 0x00c000012345 main: 1 main.main /app/main.go:14
          goroutine 7 running: no stack
          damage: the detector could not restore where goroutine 7 was created
        """),
    GrammarExample(
      "GORACE=print_full_thread_history=1: the creators' creators follow",
      log: """
        ==================
        WARNING: DATA RACE
        Write at 0x00c000012345 by goroutine 9:
          main.inner()
              /app/main.go:8 +0x44

        Previous write at 0x00c000012345 by goroutine 8:
          main.inner()
              /app/main.go:8 +0x44

        Goroutine 9 (running) created at:
          main.middle()
              /app/main.go:21 +0x71

        Goroutine 8 (finished) created at:
          main.middle()
              /app/main.go:20 +0x70

        Goroutine 6 (running) created at:
          main.main()
              /app/main.go:30 +0x29
        ==================
        """,
      outline: """
        2-22 DATA RACE
          write 0x00c000012345 goroutine 9: 1 main.inner /app/main.go:8
          previous write 0x00c000012345 goroutine 8: 1 main.inner /app/main.go:8
          goroutine 9 running: 1 main.middle /app/main.go:21
          goroutine 8 finished: 1 main.middle /app/main.go:20
          goroutine 6 running: 1 main.main /app/main.go:30
        """),
    GrammarExample(
      "a very old log that says where the memory is",
      log: plain.replacing(
        "Goroutine 7",
        with: "Heap block of size 16 at 0x00c000012340 allocated by main goroutine:\n  main.main()\n"
          + "      /app/main.go:11 +0x33\n\nGoroutine 7"),
      outline: """
        2-18 DATA RACE
          write 0x00c000012345 goroutine 7: 1 main.add /app/main.go:8
          previous read 0x00c000012345 main: 1 main.main /app/main.go:14
          goroutine 7 running: 1 main.main /app/main.go:13
          heap: Heap block of size 16 at 0x00c000012340 allocated by main goroutine:
            1 main.main /app/main.go:11
        """),
    GrammarExample(
      "two accesses at neighbouring addresses",
      log: plain.replacing("read at 0x00c000012345", with: "read at 0x00c000012340"),
      outline: plainOutline.replacing("read 0x00c000012345", with: "read 0x00c000012340")),
    GrammarExample(
      "adjacent reports", log: plain + "\n" + plain,
      outline: plainOutline + "\n" + moved(plainOutline, to: "16-28")),
  ]

  /// The first frame's function, in every form that compilers have used.
  package static let names: [GrammarExample] = [
    "example.com/app/store.Open", "main.(*Counter).Add", "main.Counter.Get", "main.main.func1",
    "main.run.func2.1",
    "main.(*Counter).Add.func1.2.3", "main.(*Counter).Add-fm", "main.Adder.Add-fm", "main.run.gowrap1",
    "main.run.deferwrap2", "main.run-range1", "main.run.func3-range1", "main.run·dwrap·3", "main.func·001",
    "main.init.0", "main.init.0.func1", "main.init", "main.glob..func1.1", "gopkg.in/yaml%2ev3.Marshal",
    "example.com/v2%252elib.New", "main.Map[...]", "main.(*Box[...]).Set",
    "main.Map[go.shape.string,go.shape.int]",
    "main.(*Box[go.shape.string]).Set", "main.Gen[go.shape.struct { X int; Y int }]",
    "main.set[go.shape.func(int) (string, error)]",
    "main.Of[example.com/app/store.Key,go.shape.interface {}].get",
    "_cgoexp_a1b2c3d4e5f6_goCallback", "_/home/jo/app/store.Open", "main.größe", "ddl.(*ddl).dispatch.1",
  ].map { name in
    GrammarExample(
      "a function named \(name)", log: plain.replacing("main.add", with: name),
      outline: plainOutline.replacing("main.add", with: name))
  }

  /// The first frame's place.
  package static let places: [GrammarExample] =
    [
      ("Windows", "C:/Users/Jo Doe/app/main.go:8"), ("-trimpath", "example.com/app/main.go:8"),
      ("-trimpath in the standard library", "bytes/buffer.go:8"),
      ("the module cache", "/go/pkg/mod/x.org/!y@v1.2.3/z.go:8"),
      ("Bazel", "external/io_bazel_rules_go/main.go:8"), ("strip_path_prefix", "main.go:8"),
      ("a path with spaces and colons", "/my apps/a:b/main.go:8"), ("cgo", "_cgo_gotypes.go:8"),
      ("the main package of go test", "_testmain.go:8"), ("assembly", "/go/src/runtime/race_amd64.s:8"),
    ].map { (what: String, place: String) in
      GrammarExample(
        "a file's path: \(what)", log: plain.replacing("/app/main.go:8", with: place),
        outline: plainOutline.replacing("/app/main.go:8", with: place))
    } + [
      GrammarExample(
        "a frame without its offset", log: plain.replacing(" +0x44", with: ""), outline: plainOutline),
      GrammarExample(
        "an offset without its blank", log: plain.replacing(" +0x44", with: "+0x44"), outline: plainOutline),
      GrammarExample(
        "a frame that was not symbolized",
        log: plain.replacing("  main.add()\n      /app/main.go:8 +0x44", with: "  ??()\n      -:0 +0x4a1b2c"),
        outline: plainOutline.replacing("main.add /app/main.go:8", with: "? ?")),
      GrammarExample(
        "a wrapper that the compiler made",
        log: plain.replacing(
          "  main.add()", with: "  main.(*Counter).Add-fm()\n      <autogenerated>:1 +0x44\n  main.add()"),
        outline: moved(plainOutline, to: "2-16").replacing(
          "1 main.add", with: "2 main.(*Counter).Add-fm <autogenerated>:1 | main.add")),
      GrammarExample(
        "an atomic operation, which Go reports as a plain one",
        log: plain.replacing(
          "  main.add()",
          with: "  sync/atomic.AddInt32()\n      /go/src/runtime/race_amd64.s:281 +0xb\n"
            + "  sync/atomic.AddInt32()\n      <autogenerated>:1 +0x1a\n  main.add()"),
        outline: moved(plainOutline, to: "2-18").replacing(
          "1 main.add", with: "3 sync/atomic.AddInt32 /go/src/runtime/race_amd64.s:281 | main.add")),
    ]
}
