import Foundation

/// Another run of this program that checks inputs: a trap ends that run, not the one that watches it.
struct Worker {
  /// How a worker ended.
  enum Outcome: Equatable {
    case exited(Int32)
    case signalled(Int32)
    /// It made no progress for too long and was ended.
    case hung
  }

  let arguments: [String]
  /// The file where it records the number of the current input.
  let progress: String
  /// The time limit for an input, in seconds.
  let patience: Double

  /// The input that the worker is checking, or was checking when it ended.
  var input: Int? { (try? String(contentsOfFile: progress, encoding: .utf8)).flatMap { Int($0) } }

  /// Runs to its end.
  func run() throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = arguments
    try process.run()
    var last = input
    var lastChange = Date()
    while process.isRunning {
      usleep(20_000)
      let now = input
      if now != last {
        last = now
        lastChange = Date()
      } else if Date().timeIntervalSince(lastChange) > patience {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        return .hung
      }
    }
    return process.terminationReason == .exit
      ? .exited(process.terminationStatus) : .signalled(process.terminationStatus)
  }
}
