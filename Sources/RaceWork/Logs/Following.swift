internal import Synchronization

/// Whether what is added to the logs is read: the user says so, the loader asks.
package final class Following: Sendable {
  private let value: Atomic<Bool>
  private let end = Atomic(false)

  package init(_ isOn: Bool) { value = Atomic(isOn) }

  /// Whether nobody wants to know any more what becomes of the logs.
  package var isOver: Bool { end.load(ordering: .relaxed) }

  /// Ends the reading.
  package func finish() { end.store(true, ordering: .relaxed) }

  /// Whether to read on.
  package var isOn: Bool {
    get { value.load(ordering: .relaxed) }
    set { value.store(newValue, ordering: .relaxed) }
  }
}
