internal import Glibc
internal import RaceSystem

extension Terminal {
  /// Runs a program that takes the whole terminal, such as an editor, and takes the screen back.
  ///
  /// The arguments are passed unchanged, without a shell. It starts with no signal blocked or ignored and
  /// with the terminal as its standard input, output and error. Control-C and Control-\ in it do not reach
  /// us; Control-Z stops both, as the shell expects from a job.
  ///
  /// Any other signal that asks us to end waits until the program ends, and is the next event then. Ending at
  /// once would leave the program, with unsaved text, to compete with the shell for the terminal; a signal to
  /// the group ends both.
  package mutating func run(_ arguments: [String]) -> ChildOutcome {
    leave()
    let outcome = signals.allowingStop {
      Self.run(arguments, on: tty)
    }
    signals.dropKeys([SIGINT, SIGQUIT])
    signals.drop([SIGTSTP, SIGCONT, SIGWINCH])
    comeBack()
    return outcome
  }

  private static func run(_ arguments: [String], on tty: Int32) -> ChildOutcome {
    guard let program = arguments.first else { return .notStarted(errno: ENOENT) }
    let setup = ChildProcess.Setup(input: tty, output: tty, errors: tty, hasOwnGroup: false)
    do throws(SystemError) {
      switch try ChildProcess(program, Array(arguments.dropFirst()), setup).wait() {
      case .exited(let status): return .exited(status)
      case .signalled(let signal): return .signalled(signal)
      case nil: return .notStarted(errno: ECHILD)
      }
    } catch {
      return .notStarted(errno: error.code)
    }
  }
}
