/// What a detector is, what its reports say and what they leave out. Each detector has one, beside its grammar;
/// whatever differs between detectors outside of their grammars is a property here.
package struct DetectorProfile: Sendable {
  /// The detector.
  package let detector: Detector
  /// Its name in sentences: `Helgrind`.
  package let title: String
  /// What it calls a thread of the program: `goroutine`.
  package let threadWord: String
  /// What it calls the thread that the program began with: `main goroutine`.
  package let mainThread: String
  /// The kind of program that it watches.
  let program: ProgramKind
  /// Whether its reports say which process printed them, when nothing is cut off.
  let printsProcesses: Bool
  /// What its reports say of who created a thread.
  package let creators: Creators
  /// Why a report that is whole may have one access alone; nil where one access is a damaged report.
  package let loneAccess: LoneAccess?
  /// Whether its line that sums up is about the access that was printed last, not about the first one.
  package let sumsUpLastAccess: Bool
  /// Whether it names the locks that a thread holds to read, beside those that it holds to write.
  let printsReadLocks: Bool
  /// Whether its stacks may hold frames of calls that had returned.
  package let leavesStaleFrames: Bool
  /// What an address alone tells; nil where it tells nothing.
  let memory: AddressMap?
  /// How to get what a report lacks.
  let advice: Advice
  /// What synchronizes threads without its seeing it.
  var blindSpots: [BlindSpot] = []
  /// Why a report of a region of OpenMP may be a false alarm, and what would show more; nil where that makes no difference.
  var openMP: String?
  /// Whether the locks that a language makes of atomics and system calls are not among those that it lists.
  var missesFutexLocks = false
  /// What to do about messages of its runtime.
  var remedies: [NoteRemedy] = []
  /// Which frames never stand for an access when another frame can.
  let plumbing: [PlumbingRule]
  /// How it is told to be silent about a race.
  package let suppressions: SuppressionSyntax
  /// The readers of its reports; none where those of another detector read them.
  let grammars: [any ReportGrammar.Type]
}

extension DetectorProfile {
  /// Its name in the export and in the keys of races: `go`.
  package var name: String { detector.name }

  /// What to add to a claim that no lock was held; empty if it names all locks.
  package var unprintedLocks: String { printsReadLocks ? "" : " (read locks are not printed)" }

  /// Whether its reports come from tests that `go test` runs.
  package var isOfGoTest: Bool { program == .goProgram }
}

extension DetectorProfile {
  /// The kinds of programs that detectors watch. They decide what functions of a stack can mean.
  enum ProgramKind: Sendable {
    /// Go, its runtime and its test runner.
    case goProgram
    /// What is compiled to the system's threads: C, C++, Rust, Swift.
    case nativeProgram
    /// The kernel.
    case kernel
  }

  /// What reports say of who created a thread.
  package enum Creators: Equatable, Sendable {
    /// Nothing.
    case unprinted
    /// Which thread created it, and where.
    case named
    /// Where it was created, not by whom.
    ///
    /// - Parameters:
    ///   - beginsIn: the function in which a creation by the main thread begins.
    ///   - listsAncestors: whether a report may describe all ancestors of both threads.
    case unnamed(beginsIn: MainFunction, listsAncestors: Bool)
  }

  /// What is said of the other access where a whole report has none.
  package struct LoneAccess: Equatable, Sendable {
    /// In place of its site: `DRD names no other access`.
    package let words: String
    /// In place of its stack.
    package let sentence: String
    /// How to learn more of it, a sentence each.
    let advice: [String]
    /// Where the report has stacks of what other threads did meanwhile; nil where a detector prints none.
    var segments: String?
  }

  /// Where a program keeps what, by address.
  struct AddressMap: Equatable, Sendable {
    /// Memory that is allocated at run time, stacks of threads included.
    let heap: Range<UInt64>
    /// Variables of the program.
    let globals: Range<UInt64>
  }

  /// How to get what a report lacks; nil where nothing would help.
  struct Advice: Sendable {
    /// A report in one piece, apart from other output.
    let whole: String
    /// A stack that the detector had forgotten.
    var forgotten: String?
    /// The names of functions and files.
    var symbols: String?
    /// What an access did and its stack, where the report tells only that it was.
    var vagueAccess: String?
  }
}
