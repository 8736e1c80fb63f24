import Testing

@testable import RaceModel

/// Reports of DRD and Helgrind of which the end is not in the log: something always follows what is there.
@Suite struct `Reports of Valgrind without their end` {
  private static let conflict = """
    Conflicting load by thread 3 at 0x0030a0c8 size 4
       at 0x109310: bake (oven.c:48)
       by 0x109400: run (oven.c:60)
    Address 0x30a0c8 is at offset 8 from 0x30a0c0. Allocation context:
       at 0x4C2FB0F: malloc (vg_replace_malloc.c:299)
       by 0x109511: prepare (oven.c:14)
    Other segment start (thread 2)
       at 0x4C30A1F: pthread_mutex_unlock (drd_pthread_intercepts.c:665)
       by 0x109288: taste (oven.c:22)
    Other segment end (thread 2)
       (thread finished, call stack no longer available)
    Other segment start (thread 4)
       (thread finished, call stack no longer available)
    Other segment end (thread 4)
       at 0x10929A: rest (oven.c:29)
    """

  private static let order = """
    Thread #3: lock order "0x30A0C0 before 0x30A0F0" violated

    Observed (incorrect) order is: acquisition of lock at 0x30A0F0
       at 0x109310: bake (oven.c:48)

     followed by a later acquisition of lock at 0x30A0C0
       at 0x109318: bake (oven.c:49)

    Required order was established by acquisition of lock at 0x30A0C0
       at 0x109288: taste (oven.c:22)

     followed by a later acquisition of lock at 0x30A0F0
       at 0x109290: taste (oven.c:23)
    """

  /// The first lines of a text, each behind a prefix.
  private static func first(_ count: Int, of text: String, _ prefix: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).prefix(count).map { prefix + $0 }
      .joined(separator: "\n")
  }

  private func only(_ log: ReadLog) throws -> Report {
    #expect(log.entries.count == 1)
    #expect(log.contradictions == [])
    return try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
  }

  /// The description of the memory, and each segment, end with the stack below them; without segments
  /// (`--show-confl-seg=no`) nothing is missing.
  @Test(arguments: ["==7== ", "> ==7== ", ""])
  func `DRD describes the memory and ends each segment`(_ prefix: String) throws {
    for count in 2...15 {
      let report = try only(ReadLog(Self.first(count, of: Self.conflict, prefix)))
      let damage: [Damage] = [5, 6, 11, 15].contains(count) ? [] : [.tail]
      #expect(report.damage == damage, "\(count) lines")
    }
  }

  @Test(arguments: [
    "Allocation context: unknown.", "Allocation context: BSS section of /opt/oven",
    "Location 0x30a0c8 is 0 bytes inside global var \"trays\"\ndeclared at oven.c:3",
  ])
  func `each description of the memory counts`(_ memory: String) throws {
    let text = Self.first(3, of: Self.conflict, "") + "\n" + memory
    #expect(try only(ReadLog(Self.first(5, of: text, "==7== "))).isComplete)
  }

  @Test func `DRD's next report shows that one above it was cut`() throws {
    let cut = Self.first(9, of: Self.conflict, "==7== ")
    let whole = Self.first(15, of: Self.conflict, "==7== ")
    #expect(try ReadLog("\(cut)\n==7==\n\(whole)\n").entries.map(\.isComplete) == [false, true])
  }

  /// An order that Helgrind infers has no stacks of the required one.
  @Test(arguments: ["==7== ", "| ==7== "])
  func `Helgrind prints both acquisitions of an order`(_ prefix: String) throws {
    for count in 1...13 {
      let report = try only(ReadLog(Self.first(count, of: Self.order, prefix)))
      let damage: [Damage] = [7, 8, 13].contains(count) ? [] : [.tail]
      #expect(report.damage == damage, "\(count) lines")
    }
  }

  @Test func `words in the place of a stack are no damage`() throws {
    let text = Self.order.replacing("   at 0x109310: bake (oven.c:48)", with: "   (stack unavailable)")
    #expect(try only(ReadLog(Self.first(13, of: text, "==7== "))).isComplete)
  }

  // MARK: Orders without addresses

  @Test func `an order without addresses, in words of somebody's own`() throws {
    let text = """
      ==7== Thread #3: lock order "0x...A before 0x...B" violated
      ==7==   Observed (incorrect) order: acquiring 0x...B, holding 0x...A
      ==7==   Required order was established by acquiring 0x...A then 0x...B
      """
    let log = try ReadLog(text)
    #expect(
      log.outline == """
        1-3 Thread #3: lock order "0x...A before 0x...B" violated [lock-order] pid 7
          acquisition by thread #3: Observed (incorrect) order: acquiring 0x...B, holding 0x...A
          acquisition: Required order was established by acquiring 0x...A then 0x...B
          damage: cut off before its closing line
        """)
    #expect(try only(log).sections.map(\.acquired) == ["0x...B", "0x...A"])
  }

  // MARK: Threads

  private static let created = """
    ==77== Thread #2 was created
    ==77==    at 0x518C87E: clone (clone.S:71)
    ==77==    by 0x109631: main (m.c:40)
    ==77==

    """

  private static let race = helgrindRace(pid: 77, read: "peek", write: "bump", variable: "hits") + "\n"

  /// Helgrind prints it above, behind dashes.
  @Test func `the creation of a thread below the report that names it`() throws {
    let log = try ReadLog(Self.race + Self.created)
    #expect(
      log.outline == """
        1-12 Possible data race during read of size 4 at 0x10C08C by thread #1 pid 77
          read 4 0x10c08c main: 1 peek m.c:16
          previous write 4 thread #2: 1 bump m.c:9
          thread #2: 2 clone clone.S:71
          global: Address 0x10c08c is 0 bytes inside data symbol "hits"
        """)
    #expect(log.contradictions == [])
  }

  @Test func `a creation that is cut off below a report`() throws {
    let cut = try ReadLog(Self.race + "==77== Thread #2 was created\n")
    #expect(try only(cut).damage == [.tail])
  }

  /// A thread that the report does not name, dashes above it, another process.
  @Test(arguments: [
    created.replacing("#2", with: "#5"),
    "==77== ---Thread-Announcement------------------------------------------\n==77==\n" + created,
    created.replacing("==77==", with: "==78=="),
  ])
  func `a creation that is of a later report`(_ created: String) throws {
    let report = try only(ReadLog(Self.race + created))
    #expect(report.lines == 1...8)
    #expect(report.threads.allSatisfy { $0.created == nil })
  }
}
