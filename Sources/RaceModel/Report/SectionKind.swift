/// What a stack is about that belongs to no access, thread, lock or location.
public enum SectionKind: Hashable, Sendable {
  /// Where a report begins that is not about accesses: what the program did that it must not.
  case subject
  /// A sleep came between the accesses: without it nothing would have ordered them.
  case sleep
  /// A lock was taken.
  case acquisition
  /// The lock was taken that was held in the acquisition above.
  case earlierAcquisition
  /// The locks that form a cycle, in a line without a stack.
  case lockCycle
  /// A signal handler was called.
  case signal
  /// A part of a thread that ran at the same time, of which the detector kept where it began or ended.
  case segment
  /// After or before this the other access was made.
  case bound
  /// The function to which a weakly ordered memory may have moved the access.
  case reorderedTo
  /// Anything else.
  case other
}
