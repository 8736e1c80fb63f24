#if !LIBFUZZER
  import ArgumentParser
  import Foundation

  /// Makes inputs, reads them in every way and keeps those that break a promise.
  @main struct FuzzCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "racetui-fuzz",
      abstract: "Read logs that are made up from real ones, and look whether the answers hold together.",
      discussion: """
        The same seed gives the same inputs. An input that breaks a promise is made small and kept in the \
        folder of finds; its name ends in what --choices takes to see the same again with --check.
        """)

    @Option(help: "The seed of all random numbers.")
    var seed: UInt64 = 1
    @Option(help: "How long to go on.")
    var seconds = 60.0
    @Option(help: "The number of the first input.")
    var from = 0
    @Option(help: "Check this many inputs at most.")
    var inputs = Int.max
    @Option(help: "Where finds are kept.")
    var finds = ".build/fuzz"
    @Option(help: "Check one file and say what is wrong with it.")
    var check: String?
    @Option(help: "The choices that --check makes.")
    var choices: UInt64 = 0
    @Option(help: ArgumentHelp("Check inputs here and keep in this file how far it is.", visibility: .hidden))
    var progress: String?
    @Argument(help: "Folders of logs to make inputs from.")
    var folders = ["samples", "Tests/RaceModelTests/Corpus"]

    func run() throws {
      if let check {
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: check)))
        let faults = InputCheck.faults(bytes, choices: choices)
        for fault in faults { print(fault) }
        throw faults.isEmpty ? ExitCode.success : ExitCode.failure
      }
      let session = FuzzSession(
        mutator: Mutator(seeds: SeedInputs.load(folders), seed: seed), finds: finds,
        deadline: Date(timeIntervalSinceNow: seconds))
      let last = inputs == .max ? Int.max : from + inputs
      let isClean =
        try progress.map { try session.work(from..<last, progress: $0) }
        ?? session.watch(from..<last, options: ["--seed", "\(seed)", "--finds", finds] + folders)
      if !isClean { throw ExitCode.failure }
    }
  }
#endif
