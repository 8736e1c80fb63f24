internal import Synchronization

/// Whether to follow the logs: set by the user, read by the loader.
package final class Following: Sendable {
  private let value: Atomic<Bool>
  private let end = Atomic(false)

  package init(_ isOn: Bool) { value = Atomic(isOn) }

  /// Whether nobody is interested in the logs any more.
  package var isOver: Bool { end.load(ordering: .relaxed) }

  /// Ends the reading.
  package func finish() { end.store(true, ordering: .relaxed) }

  /// Whether to read on.
  package var isOn: Bool {
    get { value.load(ordering: .relaxed) }
    set { value.store(newValue, ordering: .relaxed) }
  }
}
