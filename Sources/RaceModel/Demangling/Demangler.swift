internal import Glibc
internal import RaceSystem

/// Asks installed programs what mangled names stand for. Names reach a program on its standard input, one a
/// line, never on a command line.
///
/// A log's names are anyone's: a program may hang on one, crash, or make megabytes of it. Its time and its
/// output are limited, and what fails is tried again in halves, so that one name takes no other with it.
package struct Demangler {
  /// A program and its arguments.
  typealias Command = (program: String, arguments: [String])

  /// Names, and bytes of them, that a program is given at a time.
  private static let batch = (names: 1000, bytes: 1 << 18)
  /// Bytes of an answer, and of a demangled name, that are taken.
  private static let largest = (answer: 1 << 22, name: 1 << 14)
  /// How many halves are tried again in all.
  private static let repeats = 100
  /// Seconds after which a program is ended, whatever it waits for, and after which no other is started.
  private let seconds: Int
  private let deadline: ContinuousClock.Instant
  private let commands: (Mangling) -> [Command]
  private var answer = Demangling()
  /// How often a program may still be started for the names of one kind.
  private var runsLeft = 0
  /// What went wrong with the names of one kind.
  private var failure: Demangling.Problem?

  /// Asks the installed programs about names. It can take some fifteen seconds where one of them hangs.
  package static func demangle(_ names: [String]) -> Demangling {
    demangle(names, by: installed, seconds: 5, total: 10)
  }

  /// Asks programs about names.
  ///
  /// - Parameters:
  ///   - commands: the programs for a kind of names, the best first.
  ///   - seconds: time after which a program is ended, whatever it waits for.
  ///   - total: time after which no further program is started.
  static func demangle(
    _ names: [String], by commands: @escaping (Mangling) -> [Command], seconds: Int, total: Int
  ) -> Demangling {
    var demangler = Demangler(commands, seconds, total)
    for mangling in Mangling.allCases {
      demangler.ask(names.filter { Mangling.of($0) == mangling }, mangling)
    }
    return demangler.answer
  }

  private init(_ commands: @escaping (Mangling) -> [Command], _ seconds: Int, _ total: Int) {
    self.commands = commands
    self.seconds = seconds
    deadline = .now + .seconds(total)
  }

  /// The programs for a kind of names, the best first.
  private static func installed(_ mangling: Mangling) -> [Command] {
    switch mangling {
    case .cxx: [("c++filt", []), ("llvm-cxxfilt", [])]
    case .rust: [("rustfilt", []), ("llvm-cxxfilt", []), ("c++filt", [])]
    case .swift: [("swift-demangle", ["--compact"]), ("swift", ["demangle", "--compact"])]
    }
  }

  /// Asks one program after the other about the names that those before did not know.
  private mutating func ask(_ names: [String], _ mangling: Mangling) {
    guard !names.isEmpty else { return }
    var rest = names
    var isInstalled = false
    failure = nil
    for command in commands(mangling) where !rest.isEmpty {
      let batches = Self.batches(rest)
      runsLeft = batches.count + Self.repeats
      do throws(SystemError) {
        for batch in batches { try ask(batch[...], command) }
        isInstalled = true
      } catch {
        continue
      }
      rest.removeAll { answer.names[$0] != nil }
    }
    if rest.isEmpty { return }
    if let failure {
      answer.problems.append(failure)
    } else if rest.count == names.count {
      answer.problems.append(isInstalled ? .unknown(mangling) : .missing(mangling))
    }
  }

  private static func batches(_ names: [String]) -> [[String]] {
    var batches: [[String]] = []
    var bytes = 0
    for name in names {
      if bytes == 0 || bytes > batch.bytes || batches[batches.count - 1].count == batch.names {
        batches.append([])
        bytes = 0
      }
      batches[batches.count - 1].append(name)
      bytes += name.utf8.count + 1
    }
    return batches
  }

  private mutating func ask(_ names: ArraySlice<String>, _ command: Command) throws(SystemError) {
    guard runsLeft > 0, ContinuousClock.now < deadline else {
      failure = .failed(program: command.program)
      return
    }
    runsLeft -= 1
    let input: FileDescriptor
    do throws(InputError) {
      input = try Self.file(of: names)
    } catch {
      failure = .input(error)
      return
    }
    let outcome = try ChildProgram.run(
      command.program, command.arguments, input: input, limit: Self.largest.answer, seconds: seconds)
    let lines = outcome.output.split(separator: 0x0A, omittingEmptySubsequences: false)
    // The last line is the rest after the last line end.
    if outcome.status == 0, lines.count == names.count + 1 {
      for (name, line) in zip(names, lines) { take(line, for: name) }
      return
    }
    // A program that exits with another status expects something other than names.
    let isStopped = outcome.status.map { $0 == 0 || $0 > 128 } ?? true
    guard names.count > 1, isStopped else {
      failure = .failed(program: command.program)
      return
    }
    let middle = names.startIndex + names.count / 2
    try ask(names[..<middle], command)
    try ask(names[middle...], command)
  }

  /// A file with names, one a line, to be read from its beginning.
  private static func file(of names: ArraySlice<String>) throws(InputError) -> FileDescriptor {
    // The programs know names without the `_` that Apple's systems put before them.
    let lines = names.map { $0.hasPrefix("__") ? $0.dropFirst() : $0[...] }
    let text = Array((lines.joined(separator: "\n") + "\n").utf8)
    do throws(SystemError) {
      let file = try SpoolFile.open()
      try text.withUnsafeBufferPointer { (bytes) throws(SystemError) in
        try file.write(UnsafeRawBufferPointer(bytes), at: 0)
      }
      return file
    } catch {
      let folder = Environment.temporaryFolder
      throw InputError(name: "a list of names", cause: .noCopy(folder: folder, errno: error.code))
    }
  }

  /// Takes a line of a program's answer, which is no more to be trusted than the log.
  private mutating func take(_ line: ArraySlice<UInt8>, for name: String) {
    guard line.count <= Self.largest.name else { return }
    let bytes = Array(line)
    var clean: [UInt8] = []
    TextCleaning.clean(bytes.span, 0..<bytes.count, into: &clean)
    let text = String(decoding: clean, as: UTF8.self).replacingHarmful()
    let isPrinted =
      text.isEmpty || text == name || name.hasPrefix("__") && text.utf8.elementsEqual(name.utf8.dropFirst())
    if !isPrinted { answer.names[name] = text }
  }
}
