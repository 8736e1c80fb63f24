internal import ArgumentParser
internal import Glibc
internal import RaceSystem
internal import RaceText

/// The command line: `racetui report.log` and its subcommands.
@main
struct RaceTUI: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "racetui",
    abstract: "Browse data race reports from the keyboard: both accesses side by side.",
    usage: """
      racetui [PATH ...]
      go test -race ./... 2>&1 | racetui
      racetui list|show|export|check [PATH ...]
      racetui diff OLD ... -- NEW ...
      racetui config
      """,
    discussion: """
      Opens the reports of the Go race detector, ThreadSanitizer, Helgrind, DRD and KCSAN in one or more logs, \
      however CI systems, `go test -json` or an issue tracker have wrapped or damaged them, and groups them into \
      races: all reports with the same two sites. On the screens, ? lists the keys.

      `racetui help open` lists the options of the screens: --follow, --source, --map, --plumbing and others.

      When standard output is not a terminal, it prints the list of races, as `racetui list` does. `-`, or no \
      path and a pipe, reads standard input.

      $XDG_CONFIG_HOME/racetui/config (~/.config/racetui/config; RACETUI_CONFIG names another) can hold \
      plumbing rules, keys, colours and other settings, a line each: plumbing = file:pool.go, bind.fork = C-f. \
      A project's .racetui/config, above the working directory, can hold the same. `racetui config` lists them.

      Exit status: 0 when the input was read, with or without races (`check` and `diff`: 1 for new races, 2 when that \
      cannot be told); 64 for a wrong command line, 66 when an \
      input cannot be read, 69 when there is no terminal to draw on, 71 when a thread cannot be started, 74 \
      when output cannot be written, 78 when the configuration file is wrong; 128 plus the signal number after a signal.
      """,
    version: "racetui \(ProgramVersion.text)",
    subcommands: Subcommands.all,
    defaultSubcommand: OpenCommand.self)

  static func main() {
    StandardStreams.reserve()
    StandardStreams.failInsteadOfEnding()
    Allocation.returnLargeBlocks()
    let words = UnsafeBufferPointer(start: CommandLine.unsafeArgv, count: Int(CommandLine.argc))
    run(DiffCommand.arguments(words.dropFirst().compactMap { $0.map { FileName.text($0) } }))
  }

  private static func run(_ arguments: [String]) {
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch {
      // Errors repeat the typed words, which must not control the terminal.
      if exitCode(for: error) == .validationFailure, !message(for: error).isEmpty {
        StandardError.write(fullMessage(for: error))
        Glibc.exit(exitCode(for: error).rawValue)
      }
      exit(withError: error)
    }
  }
}
