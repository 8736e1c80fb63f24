internal import Synchronization

/// Whether what is added to the logs is read: the user says so, the loader asks.
package final class Following: Sendable {
  private let value: Atomic<Bool>

  package init(_ isOn: Bool) { value = Atomic(isOn) }

  /// Whether to read on.
  package var isOn: Bool {
    get { value.load(ordering: .relaxed) }
    set { value.store(newValue, ordering: .relaxed) }
  }
}
