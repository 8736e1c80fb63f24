internal import RaceSystem
internal import Synchronization

/// Where the Go installation of this machine keeps its standard library and the modules of others.
package final class GoInstallation: Sendable {
  /// The folders.
  struct Folders: Equatable, Sendable {
    /// `GOROOT`; nil when unknown.
    var root: String?
    /// `GOMODCACHE`; nil when unknown.
    var moduleCache: String?

    /// Reads what `go env GOROOT GOMODCACHE` prints: a line each.
    init(printed: String) {
      let lines = printed.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.last == "\r" ? String($0.dropLast()) : String($0) }
      if let first = lines.first, first.hasPrefix("/") { root = first }
      if lines.count > 1, lines[1].hasPrefix("/") { moduleCache = lines[1] }
    }
  }

  private let ask: @Sendable () -> String
  private let answer = Mutex<Folders?>(nil)

  /// The installation that `go` in `PATH` knows. It is asked when its answer is first needed; without
  /// it there are no folders.
  package convenience init() { self.init(ask: Self.askGo) }

  /// An installation that something else knows: what `go env GOROOT GOMODCACHE` would print.
  package init(ask: @escaping @Sendable () -> String) { self.ask = ask }

  /// The folders; the first call asks.
  var folders: Folders {
    answer.withLock { answer in
      if let answer { return answer }
      let folders = Folders(printed: ask())
      answer = folders
      return folders
    }
  }

  private static func askGo() -> String {
    let outcome = try? ChildProgram.run(
      "go", ["env", "GOROOT", "GOMODCACHE"], environment: quiet(.own), limit: 1 << 16, seconds: 10)
    guard let outcome, outcome.status == 0 else { return "" }
    return String(decoding: outcome.output, as: UTF8.self)
  }

  /// An environment in which `go` fetches nothing, starts no other `go`, and leaves no trace.
  ///
  /// A go.mod in the working directory may ask for a Go that is not here; looking at a log must not fetch it.
  /// No variable turns telemetry off (`GOTELEMETRY` can only be read): its counters are files below the user's
  /// configuration, so that folder is set to one that can hold no file, and `GOENV` to the real settings.
  static func quiet(_ environment: ChildEnvironment) -> ChildEnvironment {
    var quiet = environment
    if quiet["GOENV"]?.isEmpty != false, let folder = configuration(environment) {
      quiet.set("GOENV", to: folder + Array("/go/env".utf8))
    }
    quiet.change([
      "GOTOOLCHAIN": "local", "GOTELEMETRY": "off", "GOPROXY": "off", "GONOPROXY": "none", "GOVCS": "*:off",
      "GOFLAGS": "-mod=readonly", "XDG_CONFIG_HOME": "/dev/null",
    ])
    return quiet
  }

  /// The folder of the user's settings, as Go's `os.UserConfigDir` finds it.
  private static func configuration(_ environment: ChildEnvironment) -> [UInt8]? {
    if let folder = environment["XDG_CONFIG_HOME"], !folder.isEmpty { return folder }
    guard let home = environment["HOME"], !home.isEmpty else { return nil }
    return home + Array("/.config".utf8)
  }
}
