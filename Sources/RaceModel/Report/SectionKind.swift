/// The subject of a stack that belongs to no access, thread, lock or location.
public enum SectionKind: Hashable, Sendable {
  /// The first stack of a report that is not about accesses: the forbidden action of the program.
  case subject
  /// A sleep between the accesses, the only thing that ordered them.
  case sleep
  /// A lock was taken.
  case acquisition
  /// The lock held in the acquisition above was taken.
  case earlierAcquisition
  /// The locks that form a cycle, in a line without a stack.
  case lockCycle
  /// A signal handler was called.
  case signal
  /// A part of a concurrent thread, with the recorded place of its beginning or end.
  case segment
  /// The other access was made after or before this.
  case bound
  /// The function to which weak memory ordering may have moved the access.
  case reorderedTo
  /// Anything else.
  case other
}
