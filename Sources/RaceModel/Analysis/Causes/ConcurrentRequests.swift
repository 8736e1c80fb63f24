extension Cause.Kind {
  /// A server handles requests at the same time, each in a goroutine of its own.
  public static let concurrentRequests = Cause.Kind("concurrent-requests", "handlers run at once")
}

extension CauseRule {
  /// Two goroutines that one server of a library starts for those who call it.
  static let concurrentRequests = CauseRule(
    kind: .concurrentRequests,
    evidence: { facts in
      guard facts.program == .goProgram, facts.hasNoLock, let (first, second) = facts.pair,
        first.access.thread != second.access.thread, let one = first.creation.first?.function,
        one == second.creation.first?.function,
        let server = servers.first(where: { one.hasPrefix($0.starts) })
      else { return nil }
      return ["both goroutines were started by \(one), which starts one for each \(server.each)"]
    },
    examples: [
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0", write: "app.count app.go:12;net/http.HandlerFunc.ServeHTTP server.go:2358",
          read: "app.stats app.go:20;net/http.HandlerFunc.ServeHTTP server.go:2358",
          created: "net/http.(*Server).Serve server.go:3604;app.main app.go:8",
          andCreated: "net/http.(*Server).Serve server.go:3604;app.main app.go:8"), holds: true),
      // A handler and a goroutine of the program.
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0", write: "app.count app.go:12;net/http.HandlerFunc.ServeHTTP server.go:2358",
          read: "app.stats app.go:20", created: "net/http.(*Server).Serve server.go:3604;app.main app.go:8",
          andCreated: "app.main app.go:9"), holds: false),
    ])

  /// Functions that start a goroutine for each of something.
  ///
  /// Source: net/http, "Serve ... creating a new service goroutine for each"; net/rpc, likewise for a call; gRPC's server, for
  /// a connection and for a stream of it.
  private static let servers: [(starts: String, each: String)] = [
    ("net/http.(*Server).Serve", "connection"), ("net/http.(*http2serverConn).", "request"),
    ("golang.org/x/net/http2.(*serverConn).", "request"), ("net/rpc.(*Server).", "call"),
    ("google.golang.org/grpc.(*Server).", "connection or stream"),
  ]
}
