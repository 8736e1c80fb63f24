extension Cause.Kind {
  /// A server handles requests concurrently, each in its own goroutine.
  package static let concurrentRequests = Cause.Kind("concurrent-requests", "handlers run concurrently")
}

extension CauseRule {
  /// Two goroutines that one server of a library starts for those who call it.
  static let concurrentRequests = CauseRule(
    kind: .concurrentRequests,
    evidence: { facts in
      guard facts.program == .goProgram, facts.hasNoLock, let (first, second) = facts.pair,
        first.access.thread != second.access.thread, let one = first.creation.first?.function,
        one == second.creation.first?.function,
        let each = servers[one] ?? (one.hasPrefix(streams) ? "stream" : nil)
      else { return nil }
      return ["both goroutines were started by \(one), which starts one for each \(each)"]
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

  /// What functions start a goroutine for each of.
  ///
  /// Source: net/http, "Serve ... creating a new service goroutine for each"; `(*Server).ServeCodec` and `Accept` of net/rpc;
  /// server.go of google.golang.org/grpc, whose `initServerWorkers` starts a fixed number instead.
  private static let servers: [String: String] = [
    "net/http.(*Server).Serve": "connection",
    "net/http.(*http2serverConn).scheduleHandler": "request",
    "net/http.(*http2serverConn).processHeaders": "request",
    "golang.org/x/net/http2.(*serverConn).scheduleHandler": "request",
    "golang.org/x/net/http2.(*serverConn).processHeaders": "request",
    "net/rpc.(*Server).ServeCodec": "call", "net/rpc.(*Server).Accept": "connection",
    "google.golang.org/grpc.(*Server).Serve": "connection",
    "google.golang.org/grpc.(*Server).handleRawConn": "connection",
  ]
  private static let streams = "google.golang.org/grpc.(*Server).serveStreams"
}
