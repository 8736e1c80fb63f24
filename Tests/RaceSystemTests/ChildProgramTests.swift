import Glibc
import Synchronization
import Testing

@testable import RaceSystem

@Suite struct `Running an installed program` {
  private func run(
    _ program: String, _ arguments: [String], environment: [String: String?] = [:], joinsErrors: Bool = false,
    limit: Int = 1000, seconds: Int = 60
  ) throws -> ChildProgram.Outcome {
    try ChildProgram.run(
      program, arguments, environment: .own(changing: environment), joinsErrors: joinsErrors, limit: limit,
      seconds: seconds)
  }

  @Test func `passes arguments unchanged`() throws {
    let outcome = try run("printf", ["%s|", "$HOME", "a b", "; ls", ""])
    #expect(String(decoding: outcome.output, as: UTF8.self) == "$HOME|a b|; ls||")
    #expect(outcome.status == 0)
    #expect(!outcome.isCut)
  }

  @Test func `collects standard error only when asked to`() throws {
    #expect(try run("ls", ["/nowhere"], environment: ["LC_ALL": "C"]).output.isEmpty)
    let joined = try run("ls", ["/nowhere"], environment: ["LC_ALL": "C"], joinsErrors: true)
    #expect(String(decoding: joined.output, as: UTF8.self).contains("No such file"))
    #expect(joined.status == 2)
  }

  @Test func `passes the environment with the changes`() throws {
    let outcome = try run("env", [], environment: ["RACETUI_A": "1", "HOME": nil], limit: 100_000)
    let variables = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n")
    #expect(variables.contains("RACETUI_A=1"))
    #expect(variables.contains { $0.hasPrefix("PATH=") })
    #expect(!variables.contains { $0.hasPrefix("HOME=") })
  }

  @Test func `ends a program that prints more than requested, or nothing for too long`() throws {
    let chatty = try run("yes", [])
    #expect(chatty.isCut)
    #expect(chatty.status == nil)
    #expect(chatty.output.count == 1000)
    let silent = try run("sleep", ["1000"], seconds: 0)
    #expect(silent.status == nil)
    #expect(silent.output.isEmpty)
  }

  @Test func `ends a program that continues after the end of its output`() throws {
    let outcome = try run("sh", ["-c", "echo done; exec >&-; exec sleep 1000"], seconds: 1)
    #expect(String(decoding: outcome.output, as: UTF8.self) == "done\n")
    #expect(outcome.status == nil)
  }

  @Test func `can be stopped while another thread waits for it`() throws {
    let child = try ChildProgram.start("sleep", ["1000"])
    let states = Waiter()
    BackgroundThread.start {
      states.pass(to: 1)
      _ = child.finish()
      states.pass(to: 2)
    }
    #expect(states.reaches(1))
    child.stop()
    #expect(states.reaches(2) && child.finish() == nil)
  }

  /// The progress of a thread.
  private final class Waiter: Sendable {
    private let state = Mutex(0)

    func pass(to next: Int) { state.withLock { $0 = next } }

    func reaches(_ wanted: Int) -> Bool {
      let deadline = ContinuousClock.now + .seconds(60)
      while ContinuousClock.now < deadline {
        if state.withLock({ $0 >= wanted }) { return true }
        sched_yield()
      }
      return false
    }
  }

  @Test func `gives it nothing to read`() throws { #expect(try run("cat", []).output.isEmpty) }

  @Test func `refuses a missing program and an impossible argument`() {
    #expect(throws: SystemError(2)) { try run("racetui-no-such-program", []) }
    #expect(throws: SystemError(22)) { try run("printf", ["a\0b"]) }
  }
}
