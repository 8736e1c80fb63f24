/// Reads reports again to tell which have the same stacks.
package struct StackHasher {
  private var reader = ReportReader()
  /// Hashes of the reader's frames, without addresses; with offsets only of frames that were not symbolized.
  private var frames: [UInt64] = []

  /// A hasher that has read nothing.
  package init() {}

  /// The same number for reports whose accesses have the same operations, the same stacks and threads
  /// that were created by the same calls, whichever side was caught. A report that is not in its log
  /// any more is equal to none.
  package mutating func hash(_ entry: ReportEntry, in file: LogFile) -> UInt64 {
    if reader.makeRoom(for: file) { frames = [] }
    guard let report = reader.read(entry, from: file) else {
      return Hash.of([UInt64(entry.start), UInt64(entry.line)])
    }
    update()
    let sections = report.sections.map { hash($0.stack) }
    guard report.kind.hasTwoSides else { return Hash.of(sections + report.threads.map { hash($0.created) }) }
    let sides = report.accesses.map { access in
      let created = report.thread(access.thread)?.created
      return Hash.of([Hash.of(access.operation.rawValue.utf8), hash(access.stack), hash(created)])
    }
    return Hash.of(sides.sorted() + sections)
  }

  private func hash(_ stack: Report.Stack?) -> UInt64 {
    Hash.of((stack ?? []).map { frames[Int($0.index)] })
  }

  private mutating func update() {
    let table = reader.frames
    while frames.count < table.count {
      let frame = table[FrameTable.ID(index: Int32(frames.count))]
      let names = [frame.function ?? "", frame.file ?? frame.module ?? ""].map { Hash.of($0.utf8) }
      let offset = frame.function == nil && frame.file == nil ? frame.moduleOffset?.value : nil
      frames.append(Hash.of(names + [UInt64(bitPattern: Int64(frame.line ?? -1)), offset ?? 0]))
    }
  }
}

/// Hashes that are the same for all readings of a log.
private enum Hash {
  static func of(_ values: [UInt64]) -> UInt64 {
    values.reduce(0xcbf2_9ce4_8422_2325) { ByteHash.mix(($0 ^ $1) &* 0x100_0000_01b3) }
  }

  static func of(_ text: String.UTF8View) -> UInt64 {
    text.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
