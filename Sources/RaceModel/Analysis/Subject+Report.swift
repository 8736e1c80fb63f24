extension Subject {
  /// What a report is on; nil when nothing tells.
  init?(_ report: Report, _ frames: FrameTable) {
    if let location = report.locations.first, let kind = Self.kind(location) {
      self.init(kind: kind, isInferred: false)
      return
    }
    if report.detector.profile.program == .goProgram, let kind = Self.runtimeKind(report, frames) {
      self.init(kind: kind, isInferred: true)
      return
    }
    guard let memory = report.detector.profile.memory,
      let address = report.accesses.lazy.compactMap(\.address).first
    else { return nil }
    self.init(address, memory)
  }

  /// What an address says; nil when it is of another platform.
  init?(_ address: HexNumber, _ memory: DetectorProfile.AddressMap) {
    if memory.heap.contains(address.value) {
      self.init(kind: .heap(size: nil), isInferred: true)
    } else if memory.globals.contains(address.value) {
      self.init(kind: .global(name: nil), isInferred: true)
    } else {
      return nil
    }
  }

  private static func kind(_ location: Location) -> Kind? {
    switch location.kind {
    case .heap: .heap(size: location.size)
    case .global: .global(name: location.name)
    case .stack: .stack(location.thread)
    case .tls: .threadLocal
    case .fd: .fileDescriptor(location.text.split(separator: " ").lazy.compactMap { Int($0) }.first)
    case .other: location.text.isEmpty ? nil : .other(location.text)
    }
  }

  /// What functions of the Go runtime on top of a stack work on.
  private static func runtimeKind(_ report: Report, _ frames: FrameTable) -> Kind? {
    for access in report.accesses {
      for id in access.stack?.prefix(access.siteIndex ?? 0) ?? [] {
        guard let function = frames[id].function, let kind = GoRuntimeFunction.subject(function) else {
          continue
        }
        if kind == .map, access.operation == .read, GoRuntimeFunction.readsKey(function) { break }
        return kind
      }
    }
    return nil
  }
}
