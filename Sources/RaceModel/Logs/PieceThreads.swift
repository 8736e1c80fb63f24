/// Announcements in a piece of a log for later reports, and what its own reports need from earlier pieces.
///
/// A report's list of related bytes holds a negative start for an unknown one: the position of the request
/// among `wanted`, counted down from -1.
struct PieceThreads: Sendable {
  /// A process, whatever numbers a scanner gives to streams.
  struct Process: Hashable, Sendable {
    var stream: String
    var pid: Int?
  }

  /// The target of a reference.
  enum Wanted: Hashable, Sendable {
    /// The creation of a thread.
    case thread(Process, ThreadName)
    /// The heading that says which thread the report is about.
    case heading(Process)
  }

  /// The announcements and their ranges.
  var announced: [Wanted: RelatedBytes] = [:]
  /// The threads that the headings name.
  var headings: [Process: ThreadName] = [:]
  /// What was not found.
  var wanted: [Wanted] = []

  init() {}

  /// The state of a scanner at the end of a piece.
  init(_ scanner: LogScanner<IndexSink>) {
    func named(_ process: AnnouncedThreads.Process) -> Process {
      Process(stream: scanner.unwrapper.name(of: process.stream), pid: process.pid)
    }
    for (thread, creation) in scanner.threads.creations {
      announced[.thread(named(thread.process), thread.name)] = creation.bytes
    }
    for (process, heading) in scanner.threads.headings {
      announced[.heading(named(process))] = heading.extent.bytes
      headings[named(process)] = heading.threads.heads
    }
    wanted = (scanner.threads.wishes ?? [:]).sorted { $0.value < $1.value }.map { wish, _ in
      switch wish {
      case .thread(let thread): .thread(named(thread.process), thread.name)
      case .heading(let process): .heading(named(process))
      }
    }
  }

  /// Takes over the announcements of a later piece.
  mutating func add(_ later: PieceThreads) {
    announced.merge(later.announced) { $1 }
    headings.merge(later.headings) { $1 }
  }

  /// The ranges of what a later piece needed: for a heading also its thread's creation.
  func ranges(of wish: Wanted) -> [RelatedBytes] {
    var ranges: [RelatedBytes] = []
    if let range = announced[wish] { ranges.append(range) }
    if case .heading(let process) = wish, let thread = headings[process],
      let range = announced[.thread(process, thread)]
    {
      ranges.append(range)
    }
    return ranges
  }

  /// Fills in what a report needed.
  ///
  /// - Parameter found: the ranges for each request of the report's piece.
  static func resolve(_ related: inout [RelatedBytes], _ found: [[RelatedBytes]]) {
    for index in related.indices where related[index].start < 0 {
      let ranges = found[-1 - related[index].start]
      guard ranges.count == 1, !related.contains(ranges[0]) else { return resolveAnew(&related, found) }
      related[index] = ranges[0]
    }
  }

  /// The same if a request has no range or several, or two requests have the same one.
  private static func resolveAnew(_ related: inout [RelatedBytes], _ found: [[RelatedBytes]]) {
    var resolved: [RelatedBytes] = []
    resolved.reserveCapacity(related.count)
    for bytes in related {
      for range in bytes.start < 0 ? found[-1 - bytes.start] : [bytes] where !resolved.contains(range) {
        resolved.append(range)
      }
    }
    related = resolved
  }
}
