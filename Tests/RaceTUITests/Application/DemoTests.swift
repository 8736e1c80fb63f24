import Foundation
import RaceSystem
import TerminalHarness
import Testing

@testable import RaceTUI

/// `racetui --demo`: the sample inside the program.
@Suite struct DemoTests {
  @Test func `the sample matches the one in the repository, code included`() throws {
    let sample = try Demo()
    defer { sample.remove() }
    let log = try Data(contentsOf: URL(fileURLWithPath: sample.log))
    #expect(try log == Data(contentsOf: URL(fileURLWithPath: "\(samples)/shop-test.log")))
    let files = try #require(
      FileManager.default.enumerator(atPath: "\(samples)/shop")?.allObjects as? [String])
    let sources = files.filter { $0.hasSuffix(".go") || $0.hasSuffix(".mod") }
    #expect(sources.count > 10)
    for file in sources {
      let own = try Data(contentsOf: URL(fileURLWithPath: "\(sample.folder)/shop/\(file)"))
      #expect(try own == Data(contentsOf: URL(fileURLWithPath: "\(samples)/shop/\(file)")), "\(file)")
    }
  }

  @Test func `opens with a tour, shows code, and leaves nothing behind`() throws {
    let directory = try TemporaryDirectory()
    let session = try open(
      "--demo",
      options: LaunchOptions(
        columns: 120, rows: 40, environment: ["TMPDIR": directory.path], workingDirectory: "/"))
    try session.wait(forText: "a tour of one page")
    session.send("\r")
    try session.wait(forText: "13 races in 20 reports")
    try session.wait(forText: "p.Finished++")
    try session.quit()
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path).isEmpty)
  }

  @Test func `leaves nothing behind when a signal ends it`() throws {
    let directory = try TemporaryDirectory()
    let session = try open(
      "--demo", options: LaunchOptions(environment: ["TMPDIR": directory.path], workingDirectory: "/"))
    try session.wait(forText: "a tour of one page")
    kill(session.pid, SIGTERM)
    #expect(try session.exit() == 128 + SIGTERM)
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path).isEmpty)
  }

  @Test func `every line of the tour fits a terminal of 80 columns`() throws {
    let session = try open("--demo", options: LaunchOptions(workingDirectory: "/"))
    try session.wait(forText: "a tour of one page")
    let wide = try open("--demo", options: LaunchOptions(columns: 200, rows: 60, workingDirectory: "/"))
    try wide.wait(forText: "a tour of one page")
    // A cut line would differ from the one on a wide terminal.
    let (narrow, whole) = (session.screen.lines, wide.screen.lines)
    for row in 1..<22 {
      #expect(
        narrow[row].trimmingCharacters(in: .whitespaces) == whole[row].trimmingCharacters(in: .whitespaces))
    }
    try session.quit()
    try wide.quit()
  }

  @Test func `refuses a log`() throws {
    let run = try run("--demo", "shop-test.log")
    #expect(run.status == 64 && run.errors.contains("--demo opens a log of its own"))
  }
}
