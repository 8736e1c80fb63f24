/// What a piece of a log announced for the reports that follow, and what its own reports look for in the pieces
/// before it.
///
/// A report's list of related bytes holds a negative start in place of what is not known yet: the position of
/// the wish among `wanted`, counted from -1 down.
struct SegmentThreads: Sendable {
  /// A process, whatever numbers a scanner gives to streams.
  struct Process: Hashable, Sendable {
    var stream: String
    var pid: Int?
  }

  /// What a report refers to.
  enum Wanted: Hashable, Sendable {
    /// The creation of a thread.
    case thread(Process, ThreadName)
    /// The heading that says which thread the report is about.
    case heading(Process)
  }

  /// What was announced, and where that stands.
  var announced: [Wanted: RelatedBytes] = [:]
  /// The threads that the headings name.
  var headings: [Process: ThreadName] = [:]
  /// What was looked for in vain.
  var wanted: [Wanted] = []

  init() {}

  /// What a scanner knows at the end of a piece.
  init(_ scanner: LogScanner<IndexSink>) {
    func named(_ process: AnnouncedThreads.Process) -> Process {
      Process(stream: scanner.unwrapper.name(of: process.stream), pid: process.pid)
    }
    for (thread, creation) in scanner.threads.creations {
      announced[.thread(named(thread.process), thread.name)] = creation.bytes
    }
    for (process, heading) in scanner.threads.headings {
      announced[.heading(named(process))] = heading.place.bytes
      headings[named(process)] = heading.threads.heads
    }
    wanted = (scanner.threads.wishes ?? [:]).sorted { $0.value < $1.value }.map { wish, _ in
      switch wish {
      case .thread(let thread): .thread(named(thread.process), thread.name)
      case .heading(let process): .heading(named(process))
      }
    }
  }

  /// Takes over what a later piece announced.
  mutating func add(_ later: SegmentThreads) {
    announced.merge(later.announced) { $1 }
    headings.merge(later.headings) { $1 }
  }

  /// Where what a later piece looked for stands: of a heading its thread's creation, too.
  func places(of wish: Wanted) -> [RelatedBytes] {
    var places: [RelatedBytes] = []
    if let place = announced[wish] { places.append(place) }
    if case .heading(let process) = wish, let thread = headings[process],
      let place = announced[.thread(process, thread)]
    {
      places.append(place)
    }
    return places
  }

  /// Fills in what a report looked for.
  ///
  /// - Parameter found: the places of each wish of the report's piece.
  static func resolve(_ related: inout [RelatedBytes], _ found: [[RelatedBytes]]) {
    for index in related.indices where related[index].start < 0 {
      let places = found[-1 - related[index].start]
      guard places.count == 1, !related.contains(places[0]) else { return resolveAnew(&related, found) }
      related[index] = places[0]
    }
  }

  /// The same where a wish has no place or several, or two wishes have the same one.
  private static func resolveAnew(_ related: inout [RelatedBytes], _ found: [[RelatedBytes]]) {
    var resolved: [RelatedBytes] = []
    resolved.reserveCapacity(related.count)
    for bytes in related {
      for place in bytes.start < 0 ? found[-1 - bytes.start] : [bytes] where !resolved.contains(place) {
        resolved.append(place)
      }
    }
    related = resolved
  }
}
