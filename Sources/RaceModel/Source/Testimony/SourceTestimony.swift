/// What source files say of a report: of the calls that its stacks show, and of its racing lines.
package struct SourceTestimony: Equatable, Sendable {
  /// For a stack, by the position of a frame, whether the line of the frame outside of it calls it; one
  /// less than the stack has frames. Stacks of which no file says anything are left out.
  package var calls: [StackID: [SourceSupport]]
  /// The variable that one racing line assigns and the other names; nil when the lines do not tell.
  package var variable: AssignedVariable?

  /// What both racing lines are about; nil when they do not tell.
  package var written: WrittenName?
  /// A guess at that, where they do not tell: the only name that both lines have.
  package var guessedName: String?
  /// The locks that are held where each side accesses; nil where no file tells.
  package var locks: Sides<SourceLocks?> = Sides(nil, nil)

  /// A check of what is then written; nil when there is none.
  package var check: CheckedWrite?
  /// A value that is copied while a part of it is written; nil where the lines do not tell.
  package var copy: CopiedValue?
  /// The variable of a loop that the race is on; nil when it is on none.
  package var loopVariable: LoopVariable?
  /// What the one who started the other goroutine does until its access; nil where that does not tell.
  package var starter: StarterPath?

  /// The uses of the field that the race is on; nil if it is on none.
  package var fieldUses: FieldUses?
  /// The lock under which most of the code uses that field; nil if unknown.
  package var guardingLock: FieldGuard? { fieldUses.flatMap { FieldGuard($0) } }

  /// What is said of a lock order; nil where nothing is.
  package var lockOrder: SourceLockOrder?

  /// Whether no file says anything.
  package var isEmpty: Bool {
    calls.isEmpty && variable == nil && written == nil && guessedName == nil
      && locks.both.allSatisfy { $0 == nil } && check == nil
      && loopVariable == nil && starter == nil && copy == nil && lockOrder == nil
  }

  /// Whether anything but calls and locks is told, which causes are found by.
  var tellsCauses: Bool {
    variable != nil || written != nil || check != nil || loopVariable != nil || starter != nil || copy != nil
      || fieldUses?.holdNoLock == true
      || locks.both.contains { $0?.copies.isEmpty == false || $0?.held.isEmpty == false }
  }

  /// What is said of the calls of each stack, and of the racing lines.
  package init(calls: [StackID: [SourceSupport]] = [:], variable: AssignedVariable? = nil) {
    self.calls = calls
    self.variable = variable
  }
}
