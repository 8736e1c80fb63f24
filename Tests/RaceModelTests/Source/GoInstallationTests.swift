import Glibc
import RaceSystem
import Testing

@testable import RaceModel

@Suite struct `Asking go for its folders` {
  private func quiet(_ variables: String...) -> ChildEnvironment {
    GoInstallation.quiet(ChildEnvironment(variables.map { Array($0.utf8) }))
  }

  @Test func `downloads nothing and starts no other go`() {
    let environment = quiet(
      "GOTOOLCHAIN=go1.99.0", "GOPROXY=https://example.org", "GOFLAGS=-toolexec=x", "PATH=/bin")
    for (name, value) in [
      ("GOTOOLCHAIN", "local"), ("GOPROXY", "off"), ("GONOPROXY", "none"), ("GOVCS", "*:off"),
      ("GOFLAGS", "-mod=readonly"), ("PATH", "/bin"),
    ] {
      #expect(environment[name] == Array(value.utf8), "\(name)")
    }
  }

  /// Go keeps counters and settings as files below the user's configuration folder.
  @Test func `leaves no trace, and finds its settings`() {
    for (given, settings) in [
      (["HOME=/home/ada"], "/home/ada/.config/go/env"),
      (["HOME=/home/ada", "XDG_CONFIG_HOME=/etc/ada"], "/etc/ada/go/env"),
      (["HOME=/home/ada", "XDG_CONFIG_HOME="], "/home/ada/.config/go/env"),
      (["HOME=/home/ada", "GOENV=off"], "off"), (["HOME=/home/ada", "GOENV=/x"], "/x"),
    ] {
      let environment = GoInstallation.quiet(ChildEnvironment(given.map { Array($0.utf8) }))
      #expect(environment["XDG_CONFIG_HOME"] == Array("/dev/null".utf8))
      #expect(environment["GOENV"] == Array(settings.utf8), "\(given)")
    }
    #expect(quiet("PATH=/bin")["GOENV"] == nil)
  }

  /// The value that `go env` prints for a variable in the user's own environment; nil without a `go`.
  private static func printed(_ variable: String) -> String? {
    let outcome = try? ChildProgram.run(
      "go", ["env", variable], environment: .own, limit: 1 << 16, seconds: 60)
    guard let outcome, outcome.status == 0 else { return nil }
    return String(decoding: outcome.output.prefix { $0 != 10 }, as: UTF8.self)
  }

  @Test(.enabled("go is not installed") { printed("GOROOT") != nil })
  func `gets the answers that the user gets from go`() throws {
    let folders = GoInstallation().folders
    #expect(folders.root == Self.printed("GOROOT"))
    #expect(folders.moduleCache == Self.printed("GOMODCACHE"))
    #expect(access(try #require(folders.root) + "/src/fmt/print.go", R_OK) == 0)
  }
}
