import Testing

@testable import RaceModel

/// The forms of a frame, and the frames that are never the site of an access.
@Suite struct `KCSAN frames` {
  @Test(arguments: [
    ("pond_fill+0x5c/0x90", "pond_fill+0x5c"),
    ("pond_fill+0x5c/0x90 [pond]", "pond_fill+0x5c [pond]"),
    ("pond_fill+0x5c/0x90 [pond 1f2e3d4c5b6a79880706050403020100ffeeddcc]", "pond_fill+0x5c [pond]"),
    ("pond_fill+0x5c/0x90 drivers/pond/fill.c:70", "pond_fill+0x5c drivers/pond/fill.c:70"),
    ("pond_depth drivers/pond/pond.h:21 [inline]", "pond_depth drivers/pond/pond.h:21 inlined"),
    ("pond_fill+0x5c/0x90 drivers/pond/fill.c:70 [pond]", "pond_fill+0x5c drivers/pond/fill.c:70 [pond]"),
    ("pond_fill (drivers/pond/fill.c:70)", "pond_fill drivers/pond/fill.c:70"),
    ("pond_fill (??:?)", "pond_fill"),
    ("pond_fill.isra.0+0x5c/0x90", "pond_fill.isra.0+0x5c"),
    ("pond_fill.constprop.0.cold+0xc/0xe", "pond_fill.constprop.0.cold+0xc"),
    ("? pond_fill+0x5c/0x90", "? pond_fill+0x5c"),
    ("0xffffffffc0311040", "?"),
  ])
  func `are read in every form`(_ line: String, _ frame: String) throws {
    let report = try #require(KCSANReading(KCSANText.stack([line])).reports.first)
    let frames = report.frames(of: report.report.accesses.first?.stack)
    #expect(frames.map(KCSANReading.frame) == [frame])
  }

  @Test(
    arguments: [
      (
        "pond_fill (drivers/pond/pond.h:21 drivers/pond/fill.c:70 (discriminator 3)) pond",
        ["? drivers/pond/pond.h:21 inlined", "pond_fill drivers/pond/fill.c:70 [pond]"]
      ),
      (
        "pond_fill (include/linux/pond.h:44 drivers/pond/fill.c:30 drivers/pond/fill.c:83) pond",
        [
          "? include/linux/pond.h:44 inlined", "? drivers/pond/fill.c:30 inlined",
          "pond_fill drivers/pond/fill.c:83 [pond]",
        ]
      ),
      (
        "pond_fill (include/linux/pond.h:44 (discriminator 1) drivers/pond/fill.c:83)",
        ["? include/linux/pond.h:44 inlined", "pond_fill drivers/pond/fill.c:83"]
      ),
      ("pond_fill+0x5c/0x90 (a.h:4 b.c:7)", ["? a.h:4 inlined", "pond_fill+0x5c b.c:7"]),
    ] as [(String, [String])], ["", "[   12.345678] ", "> "])
  func `with several places are inlined calls, the access first`(
    _ example: (line: String, frames: [String]), _ prefix: String
  ) throws {
    let text = KCSANText.prefixed(KCSANText.stack([example.line, "reed_thread+0x12/0x60"])) { _ in prefix }
    let reading = KCSANReading(text)
    let report = try #require(reading.reports.first)
    let access = try #require(report.report.accesses.first)
    #expect(report.frames(of: access.stack).map(KCSANReading.frame) == example.frames + ["reed_thread+0x12"])
    // Inlined calls have only a place: the enclosing function names the race.
    #expect(report.site(of: access)?.function == "pond_fill")
    #expect(reading.contradictions == [])
  }

  @Test(arguments: [
    "pond", "the pond is full", "pond_fill+0x5c/0x90 is the culprit", "pond: filled 0x5c of 0x90",
    "see fill.c:70", "random: crng init done", "0x5c", "pond_fill(depth)", "[pond]",
  ])
  func `are distinguished from text`(_ line: String) throws {
    let text = KCSANText.stack(["reed_bend+0x30/0x70", line, "reed_thread+0x12/0x60"])
    let report = try #require(KCSANReading(text).reports.first?.report)
    #expect(report.accesses.first?.stack?.count == 2)
    #expect(report.notes.map(\.text) == [line])
  }

  @Test(arguments: [
    "kcsan_setup_watchpoint+0x3f0/0x410", "__kcsan_check_access+0x2a/0x60", "__tsan_read8+0x18/0x40",
    "instrument_atomic_read+0x9/0x20", "arch_atomic_read arch/x86/include/asm/atomic.h:29 [inline]",
    "atomic_inc include/linux/atomic/atomic-instrumented.h:240 [inline]",
    "test_bit include/asm-generic/bitops/instrumented-non-atomic.h:142 [inline]",
    "refcount_inc include/linux/refcount.h:245 [inline]",
    "__read_once_size include/linux/compiler.h:199 [inline]", "set_bit+0x14/0x30", "memcpy+0x20/0x60",
    "memset.isra.0+0x2/0x4", "_copy_from_user+0x44/0xa0", "_raw_spin_lock_irqsave+0x30/0x50",
    "mutex_lock+0x1c/0x40", "asm_sysvec_apic_timer_interrupt+0x12/0x20", "? pond_drain+0x3/0x9",
    "0xffffffffc0311040",
  ])
  func `of instrumentation, copies, locks and entries are plumbing`(_ line: String) throws {
    let report = try #require(KCSANReading(KCSANText.stack([line, "pond_fill+0x5c/0x90"])).reports.first)
    let access = try #require(report.report.accesses.first)
    #expect(access.siteIndex == 1)
    #expect(report.frames(of: access.stack).map(\.isPlumbing) == [true, false])
  }

  @Test(arguments: [
    "atomic_open+0x60/0x130", "memset_pond+0x1/0x9", "find_next_bit+0x57/0xe0", "mutex_lock_pond+0x4/0x20",
    "set_bit_depth+0x1/0x8", "tsan_pond+0x1/0x4",
    "pond_atomic+0x3/0x7 drivers/pond/pond_atomic.h:9", "worker_thread+0xa0/0x800",
  ])
  func `of other names are not plumbing`(_ line: String) throws {
    let report = try #require(KCSANReading(KCSANText.stack([line, "pond_fill+0x5c/0x90"])).reports.first)
    #expect(report.report.accesses.first?.siteIndex == 0)
  }

  /// The raw report of the same race has no frame for inlined calls.
  @Test func `of inlined calls are not the site of an access`() throws {
    let inlined = ["pond_empty include/pond.h:44 [inline]", "pond_depth include/pond.h:21 [inline]"]
    let text = KCSANText.stack(inlined + ["reed_bend+0x30/0x70 drivers/reed.c:83", "reed_thread+0x12/0x60"])
    let report = try #require(KCSANReading(text).reports.first)
    #expect(report.report.accesses.first?.siteIndex == 2)
    #expect(
      report.frames(of: report.report.accesses.first?.stack).map(\.isPlumbing)
        == Array(repeating: false, count: 4))
    let raw = KCSANText.stack(["reed_bend+0x30/0x70", "reed_thread+0x12/0x60"])
    #expect(Set(try ReadLog(text + raw).index.races.map(\.key)).count == 1)
    // Without any other frame, one of them is the site.
    let cut = try #require(KCSANReading(KCSANText.stack(inlined)).reports.first?.report)
    #expect(cut.accesses.first?.siteIndex == 0)
  }

  @Test func `that are all plumbing let the first represent the access`() throws {
    let text = KCSANText.stack(["__tsan_read8+0x18/0x40", "ret_from_fork+0x1f/0x30"])
    let reading = KCSANReading(text)
    let report = try #require(reading.reports.first)
    #expect(report.report.accesses.first?.siteIndex == 0)
    #expect(reading.contradictions == [])
  }
}
