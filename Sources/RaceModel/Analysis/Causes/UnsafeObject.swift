extension Cause.Kind {
  /// An object of a library that is not safe for concurrent use is used by two threads at once.
  package static let unsafeObject = Cause.Kind("unsafe-object", "library object shared")
}

extension CauseRule {
  /// Both sides are in methods of one type, or in one function, of a library that says it must not be used so.
  static let unsafeObject = CauseRule(
    kind: .unsafeObject,
    evidence: { facts in
      guard let (first, second) = facts.pair, let one = innermost(first, facts.program),
        let two = innermost(second, facts.program), let name = owner(of: one, facts.program),
        name == owner(of: two, facts.program)
      else { return nil }
      return [
        "\(one) in \(first.words)", "\(two) in \(second.words)", "\(name) is not safe for concurrent use",
      ]
    },
    examples: [
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0", write: "bytes.(*Buffer).WriteString buffer.go:188;main.log app.go:11",
          read: "bytes.(*Buffer).String buffer.go:70;main.dump app.go:15"), holds: true),
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0",
          write:
            "math/rand.(*rngSource).Uint64 rng.go:239;math/rand.(*Rand).Int63 rand.go:96;main.roll app.go:11",
          read:
            "math/rand.(*rngSource).Uint64 rng.go:239;math/rand.(*Rand).Int63 rand.go:96;main.roll app.go:11"),
        holds: true),
      // Two objects, an object beside one, memory that a method was given, a type that is safe.
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0", write: "bytes.(*Buffer).WriteString buffer.go:188;main.log app.go:11",
          read: "strings.(*Builder).String builder.go:48;main.dump app.go:15"), holds: false),
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0", write: "bytes.(*Buffer).WriteString buffer.go:188;main.log app.go:11",
          read: "main.dump app.go:15"), holds: false),
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0", write: "sync.(*Map).Store map.go:188;main.log app.go:11",
          read: "sync.(*Map).Load map.go:70;main.dump app.go:15"), holds: false),
      Example(
        log: CauseExamples.tsan(
          first: "Write of size 8 at 0x000000000010 by thread T1",
          firstStack: "strtok <null>;split() /src/app.c:7",
          second: "Previous write of size 8 at 0x000000000010 by main thread",
          secondStack: "strtok <null>;main /src/app.c:12"), holds: true),
      Example(
        log: CauseExamples.tsan(
          first: "Write of size 8 at 0x000000000010 by thread T1",
          firstStack: "memcpy <null>;split() /src/app.c:7",
          second: "Previous write of size 8 at 0x000000000010 by main thread",
          secondStack: "memcpy <null>;main /src/app.c:12"), holds: false),
    ])

  /// The innermost function, which works on what it keeps itself: what Go's runtime copies for it may belong to its caller,
  /// but for the entries of a map.
  private static func innermost(
    _ side: CauseFacts.Side, _ program: DetectorProfile.ProgramKind
  ) -> String? {
    guard program == .goProgram else { return side.stack.first?.function }
    let names = side.stack.map { $0.function ?? "" }
    return names.first { !$0.hasPrefix("runtime.") || GoRuntimeFunction.subject($0) != .map }
  }

  /// The type whose method it is, or the function itself, when it is one of those below.
  private static func owner(of function: String, _ program: DetectorProfile.ProgramKind) -> String? {
    switch program {
    case .goProgram: goTypes.first { function.hasPrefix($0.method) }?.name
    case .nativeProgram: functions.contains(function) ? function : nil
    case .kernel: nil
    }
  }

  /// Types of Go's library that keep state without a lock.
  ///
  /// Source: their documentation. math/rand: "not safe for concurrent use" by several goroutines, as with the sources
  /// from NewSource; bytes, strings, bufio, container, encoding, hash, archive, compress, net/http.Header, net/url.Values
  /// and text/tabwriter say nothing of concurrency, which means that they are not.
  private static let goTypes: [(method: String, name: String)] = [
    ("math/rand.(*Rand).", "math/rand.Rand"), ("math/rand.(*rngSource).", "math/rand.Rand"),
    ("math/rand/v2.(*Rand).", "math/rand/v2.Rand"), ("math/rand/v2.(*PCG).", "math/rand/v2.Rand"),
    ("math/rand/v2.(*ChaCha8).", "math/rand/v2.Rand"),
    ("bytes.(*Buffer).", "bytes.Buffer"), ("bytes.(*Reader).", "bytes.Reader"),
    ("strings.(*Builder).", "strings.Builder"), ("strings.(*Reader).", "strings.Reader"),
    ("bufio.(*Reader).", "bufio.Reader"), ("bufio.(*Writer).", "bufio.Writer"),
    ("bufio.(*Scanner).", "bufio.Scanner"),
    ("container/list.(*List).", "container/list.List"), ("container/ring.(*Ring).", "container/ring.Ring"),
    ("encoding/csv.(*Reader).", "encoding/csv.Reader"), ("encoding/csv.(*Writer).", "encoding/csv.Writer"),
    ("encoding/json.(*Decoder).", "encoding/json.Decoder"),
    ("encoding/json.(*Encoder).", "encoding/json.Encoder"),
    ("encoding/xml.(*Decoder).", "encoding/xml.Decoder"),
    ("encoding/xml.(*Encoder).", "encoding/xml.Encoder"),
    ("archive/tar.(*Reader).", "archive/tar.Reader"), ("archive/tar.(*Writer).", "archive/tar.Writer"),
    ("archive/zip.(*Writer).", "archive/zip.Writer"),
    ("compress/gzip.(*Writer).", "compress/gzip.Writer"),
    ("compress/gzip.(*Reader).", "compress/gzip.Reader"),
    ("compress/flate.(*Writer).", "compress/flate.Writer"),
    ("text/tabwriter.(*Writer).", "text/tabwriter.Writer"),
    ("math/big.(*Int).", "math/big.Int"), ("math/big.(*Rat).", "math/big.Rat"),
    ("math/big.(*Float).", "math/big.Float"),
    ("net/http.Header.", "net/http.Header"), ("net/textproto.MIMEHeader.", "net/http.Header"),
    ("net/url.Values.", "net/url.Values"),
  ]

  /// Functions of C's library that keep their result or their place in memory of their own.
  ///
  /// Source: "MT-Unsafe race" in attributes(7) and the pages of these functions in the Linux man-pages.
  private static let functions: Set<String> = [
    "strtok", "localtime", "gmtime", "asctime", "ctime", "getpwnam", "getpwuid", "getgrnam", "getgrgid",
    "gethostbyname", "gethostbyaddr", "readdir", "getservbyname", "inet_ntoa", "ecvt", "fcvt", "lgamma",
    "hcreate",
    "hsearch", "drand48", "lrand48", "mrand48", "strsignal", "ttyname", "getlogin",
    "basename",
  ]
}
