package import RaceModel

/// What an access did, in words.
package enum AccessWords {
  /// `previous WRITE 8 bytes  thread T1 'worker'  holds M1  running, tid 812`
  package static func header(_ access: Access, _ report: Report) -> String {
    var text = (access.isPrevious ? "previous " : "") + operation(access)
    if let size = access.size { text += " \(Counting.plural(size, "byte"))" }
    guard let thread = access.thread else {
      return text + "  ? thread not in the log" + locks(access, report)
    }
    text += "  \(ThreadWords.title(thread, report))"
    // Where there is no room for all, the locks tell more than whether the thread was still there.
    text += locks(access, report)
    if !access.locks.isEmpty { text += " " }
    if let state = report.thread(thread)?.state { text += " \(state.rawValue)" }
    if let tid = report.thread(thread)?.tid { text += ", tid \(tid)" }
    return text
  }

  /// `previous atomic write of 8 bytes by thread T1 'worker'`: an access in a sentence.
  package static func sentence(_ access: Access, _ report: Report) -> String {
    let size = access.size.map { " of \(Counting.plural($0, "byte"))" } ?? ""
    let thread = access.thread.map { " by \(ThreadWords.title($0, report))" } ?? ""
    return (access.isPrevious ? "previous " : "") + operation(access, verb: access.operation.rawValue) + size
      + thread
  }

  /// `WRITE`, `atomic WRITE`, `marked READ`
  package static func operation(_ access: Access) -> String {
    operation(access, verb: access.operation.rawValue.uppercased())
  }

  private static func operation(_ access: Access, verb: String) -> String {
    let qualifier = access.qualifier.map { "\($0)" }
    // `assert no writes` says more than that it is some access.
    if access.operation == .access, let qualifier { return qualifier }
    let isObject = access.qualifier?.isObject == true
    let words = [
      access.isAtomic ? "atomic" : nil, isObject ? nil : qualifier, verb, isObject ? qualifier : nil,
    ]
    return words.compactMap(\.self).joined(separator: " ")
  }

  /// The locks that an access's thread held.
  private static func locks(_ access: Access, _ report: Report) -> String {
    guard !access.locks.isEmpty else { return "" }
    let names = access.locks.map { lock in
      let name = report.lockTitle(lock.id)
      return lock.mode.map { "\(name) (\($0.rawValue))" } ?? name
    }
    return "  holds " + names.joined(separator: ", ")
  }
}
