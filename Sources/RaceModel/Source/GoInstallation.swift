internal import Synchronization

/// Where the Go installation of this machine keeps its standard library and the modules of others.
public final class GoInstallation: Sendable {
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
  public convenience init() { self.init(ask: Self.askGo) }

  /// An installation that something else knows: what `go env GOROOT GOMODCACHE` would print.
  public init(ask: @escaping @Sendable () -> String) { self.ask = ask }

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
    // A go.mod may ask for a Go that is not here, and looking at a log must not fetch it.
    for environment in [["GOPROXY": "off"], ["GOPROXY": "off", "GOTOOLCHAIN": "local"]] {
      let outcome = try? ChildProgram.run(
        "go", ["env", "GOROOT", "GOMODCACHE"], environment: environment, limit: 1 << 16, seconds: 10)
      guard let outcome else { return "" }
      if outcome.status == 0 { return String(decoding: outcome.output, as: UTF8.self) }
    }
    return ""
  }
}
