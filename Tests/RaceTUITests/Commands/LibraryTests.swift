import Foundation
import TerminalHarness
import Testing

/// The program in `docs/library.md`.
@Suite struct LibraryTests {
  private static let root = "/" + samples.split(separator: "/").dropLast().joined(separator: "/")

  private static func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
  }

  private func newRaces(_ old: String, _ new: String) throws -> DetachedRun {
    try DetachedRun(builtProgram("NewRaces"), ["\(samples)/\(old)", "\(samples)/\(new)"], LaunchOptions())
  }

  @Test func `the page shows the program as it is`() throws {
    let program = try Self.text("Examples/NewRaces/main.swift")
    #expect(try Self.text("docs/library.md").contains("```swift\n\(program)```\n"))
  }

  // The shop has 13 races (samples/README.md), none of them in the other project's log.
  @Test func `prints the races that the older log does not have`() throws {
    let run = try newRaces("tidb-45106.log", "shop-test.log")
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.output.split(separator: "\n").count == 13)
    #expect(run.output.contains("pool.(*Pool).worker pool.go"))
  }

  @Test func `prints nothing for two runs with the same races`() throws {
    let run = try newRaces("shop-v.log", "shop-test.log")
    #expect(run.status == 0 && run.errors.isEmpty && run.output.isEmpty)
  }

  @Test func `says why a run is inconclusive when its log is cut off`() throws {
    let run = try newRaces("shop-test.log", "shop-damaged.log")
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.output.hasSuffix("shop-damaged.log:1025: the log ends inside a report\n"))
  }
}
