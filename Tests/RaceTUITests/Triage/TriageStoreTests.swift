import Foundation
import Glibc
import RaceModel
import RaceWork
import TerminalHarness
import Testing

/// Saved marks are never lost, whether programs run at once, are killed, or run out of space.
@Suite struct TriageStoreTests {
  private func path(_ directory: TemporaryDirectory) -> String { "\(directory.path)/.racetui/triage" }

  private func key(_ number: Int) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }

  @Test func `two programs at once lose nothing`() throws {
    let directory = try TemporaryDirectory()
    let line = """
      for n in 0 1 2 3 4 5 6 7 8 9; do "$0" triage set --triage "$1" --state known "000000000000000$n" & \
      "$0" triage set --triage "$1" --state seen "000000000000001$n" & wait; done
      """
    let run = try shell(line, path(directory))
    #expect(run.errors.isEmpty)
    let file = try TriageStore(path: path(directory)).read()
    #expect(file.entries.count == 20)
    #expect(file.strange.isEmpty)
  }

  @Test func `a killed program leaves the old file or the new one`() throws {
    let directory = try TemporaryDirectory()
    let store = TriageStore(path: path(directory))
    var saved = 0
    for number in 1...60 {
      // Killed at any time after its start.
      let line =
        "\"$0\" triage set --triage \"$1\" --state known \"$2\" & sleep 0.0\(number % 10)\(number % 7); kill -9 $!; wait $!"
      _ = try shell(line, store.path, key(number))
      let file = try store.read()
      #expect(file.strange.isEmpty && file.entries.count >= saved && file.entries.count <= saved + 1)
      saved = file.entries.count
    }
    // The next change removes what the killed programs left behind.
    #expect(try run("triage", "set", "--triage", store.path, "--state", "seen", key(99)).status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(directory.path)/.racetui")
    #expect(names == ["triage"])
    #expect(try store.read().entries.count == saved + 1)
  }

  @Test func `keeps the old file when the disk is full, and says so`() throws {
    let directory = try TemporaryDirectory()
    let store = TriageStore(path: path(directory))
    #expect(try run("triage", "set", "--triage", store.path, "--state", "known", key(1)).status == 0)
    let old = try store.read().text
    // No file may grow at all.
    let starved = try shell(
      "ulimit -f 0; \"$0\" triage set --triage \"$1\" --state seen \"$2\"", store.path, key(2))
    #expect(starved.status == 74)
    #expect(starved.errors.hasPrefix("racetui: \(store.path): cannot be written: "))
    #expect(try store.read().text == old)
  }

  @Test func `leaves a file alone that is not a triage file or has a conflict`() throws {
    let directory = try TemporaryDirectory()
    let conflict = try directory.write("<<<<<<< a\n\(key(1)) known\n=======\n>>>>>>> b\n", to: "triage")
    let run = try run("triage", "set", "--triage", conflict, "--state", "seen", key(1))
    #expect(
      run.status == 74 && run.errors == "racetui: \(conflict): has a merge conflict: resolve it first\n")
    let bytes = try directory.write(bytes: [0xFF, 0xFE, 0x00], to: "bytes")
    #expect(
      try RaceTUITests.run("triage", "list", "--triage", bytes).errors
        == "racetui: \(bytes): not UTF-8 text\n")
    #expect(try RaceTUITests.run("triage", "list", "--triage", directory.path).status == 66)
    #expect(try RaceTUITests.run("triage", "list", "--triage", "\(directory.path)/none").output.isEmpty)
  }

  @Test func `keeps a link to a list that several projects share`() throws {
    let directory = try TemporaryDirectory()
    let script = """
      cd "$1"; mkdir shared own; ln -s ../shared/triage own/triage; : > shared/triage
      "$0" triage set --triage own/triage --state known 1000000000000001
      readlink own/triage; grep -c known shared/triage; ls own shared
      """
    let expected = "../shared/triage\n1\nown:\ntriage\n\nshared:\ntriage\n"
    #expect(try shell(script, directory.path).output == expected)
  }

  @Test func `git merges the entries of two people`() throws {
    let directory = try TemporaryDirectory()
    let script = """
      set -e; cd "$1"; git init -q -b main .; git config user.name a; git config user.email a@b
      "$0" triage set --triage triage --state known 1000000000000001 5000000000000005 9000000000000009
      git add .; git commit -qm one; git checkout -qb other
      "$0" triage set --triage triage --state benign 7000000000000007; git commit -qam two; git checkout -q main
      "$0" triage set --triage triage --state seen 3000000000000003; git commit -qam three; git merge -q -m four other
      """
    let merged = try shell(script, directory.path)
    #expect(merged.status == 0, "\(merged.errors)")
    let file = try TriageStore(path: "\(directory.path)/triage").read()
    #expect(file.entries.count == 5 && file.strange.isEmpty)
  }
}
