package import RaceModel

/// What a thread is called.
package enum ThreadWords {
  /// `thread T1 'worker'`: a thread with the name that the program gave it.
  package static func title(_ name: ThreadName, _ report: Report) -> String {
    let label = report.thread(name)?.label.map { " '\($0)'" } ?? ""
    return name.title(report.detector) + label
  }
}
