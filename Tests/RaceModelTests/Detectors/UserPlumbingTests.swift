import Testing

@testable import RaceModel
@testable import RaceText

@Suite struct `The user's plumbing rules` {
  private static func names(_ function: String, _ file: String, _ module: String) -> (FrameNames, [UInt8]) {
    let ends = [function.utf8.count, function.utf8.count + file.utf8.count]
    let bytes = Array((function + file + module).utf8)
    return (
      FrameNames(function: 0..<ends[0], file: ends[0]..<ends[1], module: ends[1]..<bytes.count), bytes
    )
  }

  private func holds(
    _ rule: String, _ function: String = "", file: String = "", module: String = ""
  ) throws -> Bool {
    let (names, bytes) = Self.names(function, file, module)
    return try UserPlumbingRule(parsing: rule).holds(names, in: bytes.span)
  }

  @Test(arguments: [
    ("function:shop.", UserPlumbingRule.Kind.function, true), ("shop.(*Pool)", .function, true),
    ("std::", .function, true), ("path::f", .function, true), ("-[Duck quack:", .function, true),
    ("file:pool.go", .file, true), ("path:/third_party/", .path, true), ("path:C:\\src\\", .path, true),
    ("module:libcrypto", .module, true), ("!std::", .function, false), ("!file:pool.go", .file, false),
    ("!!x", .function, false), ("function:::f", .function, true),
  ])
  func `a rule is a kind and a text, negated by an exclamation mark`(
    _ text: String, _ kind: UserPlumbingRule.Kind, _ isPlumbing: Bool
  ) throws {
    let rule = try UserPlumbingRule(parsing: text)
    #expect(rule.kind == kind && rule.isPlumbing == isPlumbing)
  }

  @Test(arguments: [
    ("", UserPlumbingRule.ParseError.empty("")), ("!", .empty("!")), ("file:", .empty("file:")),
    ("!path:", .empty("!path:")), ("moduel:libx", .unknownKind("moduel:libx", kind: "moduel")),
    ("File:x.go", .unknownKind("File:x.go", kind: "File")), ("file:a/b.go", .separator("file:a/b.go", .file)),
    ("module:/lib/libx.so", .separator("module:/lib/libx.so", .module)),
  ])
  func `a rule that can never match is an error`(_ text: String, _ error: UserPlumbingRule.ParseError) {
    #expect(throws: error) { try UserPlumbingRule(parsing: text) }
  }

  @Test func `each kind looks at its part of a frame`() throws {
    #expect(try holds("main.", "main.f"))
    #expect(try !holds("main.", "domain.f") && !holds("main.", "main"))
    #expect(try holds("file:pool.go", file: "/a/pool.go") && holds("file:pool.go", file: "pool.go"))
    #expect(try holds("file:pool.cc", file: #"C:\a\pool.cc"#))
    #expect(try !holds("file:pool.go", file: "/a/mypool.go") && !holds("file:pool.go", file: "/pool.go/x.go"))
    #expect(try holds("path:/vendor/", file: "/a/vendor/b.go") && holds("path:b.go", file: "/a/b.go"))
    #expect(try !holds("path:/vendor/", file: "/a/vendors/b.go") && !holds("path:x", "x", module: "x"))
    #expect(
      try holds("module:libssl", module: "/usr/lib/libssl.so.3") && !holds("module:libssl", file: "libssl"))
    #expect(try !holds("module:ssl", module: "/usr/lib/libssl.so.3"))
    #expect(try !holds("function:x") && !holds("file:x") && !holds("path:x") && !holds("module:x"))
  }

  @Test(arguments: [
    ([], "std::sort", true), (["!std::"], "std::sort", false), (["!std::", "std::sort"], "std::sort", true),
    (["std::sort", "!std::"], "std::sort", false), (["duck::"], "duck::quack", true),
    (["duck::", "!duck::quack"], "duck::quack", false), (["duck::", "!duck::quack"], "duck::waddle", true),
    (["!duck::"], "std::sort", true),
  ])
  func `the last matching rule counts, before the detector's table`(
    _ rules: [String], _ function: String, _ expected: Bool
  ) throws {
    let plumbing = UserPlumbing(try rules.map { try UserPlumbingRule(parsing: $0) })
    let (names, bytes) = Self.names(function, "/src/duck.cpp", "pond")
    #expect(plumbing.isPlumbing(names, in: bytes.span, otherwise: TSanPlumbing.contains) == expected)
  }
}

/// The same rules apply to the list, to a report that is read again, in chunks, and to one log after another.
@Suite struct `Sites by the user's plumbing rules` {
  /// The site of both accesses is `pool.get`, called by `shop.buy` and `shop.sell`.
  private static let log = """
    ==================
    WARNING: DATA RACE
    Write at 0x00c000012345 by goroutine 7:
      runtime.mapassign()
          /go/src/runtime/map.go:5 +0x1
      pool.get()
          /src/pool/pool.go:8 +0x44
      shop.buy()
          /src/shop/buy.go:3 +0x44

    Previous read at 0x00c000012345 by goroutine 8:
      pool.get()
          /src/pool/pool.go:9 +0x44
      shop.sell()
          /src/shop/sell.go:4 +0x44
    ==================

    """

  private static func rules(_ rules: [String]) throws -> UserPlumbing {
    UserPlumbing(try rules.map { try UserPlumbingRule(parsing: $0) })
  }

  private func read(_ text: String, _ rules: [String], pieceSize: Int = .max / 8) throws -> ReadLog {
    let log = try TemporaryLog(text.utf8)
    let file = try LogFile.open(log.path, plumbing: Self.rules(rules))
    return ReadLog(file, with: LogReader(chunkSize: 1 << 16, pieceSize: pieceSize))
  }

  @Test(arguments: [
    ([], ["pool.get", "pool.get"]), (["pool."], ["shop.buy", "shop.sell"]),
    (["file:pool.go"], ["shop.buy", "shop.sell"]), (["path:/pool/", "!pool.get"], ["pool.get", "pool.get"]),
    (["!runtime."], ["runtime.mapassign", "pool.get"]),
    // When all frames are plumbing, the innermost one is the site.
    (["pool.", "shop."], ["runtime.mapassign", "pool.get"]),
  ])
  func `change the list, the report and the key alike`(_ rules: [String], _ functions: [String]) throws {
    let log = try read(Self.log, rules)
    #expect(log.contradictions == [])
    let entry = try #require(log.entries.first)
    #expect([entry.first, entry.second].map { $0.flatMap { log.index[$0.site] }?.function } == functions)
    let report = try #require(log.detailed(entry))
    #expect(report.report.accesses.map { report.site(of: $0)?.function } == functions)
    let files = [
      "pool.get": "pool.go", "shop.buy": "buy.go", "shop.sell": "sell.go", "runtime.mapassign": "map.go",
    ]
    let sites = functions.map { Site(function: $0, file: files[$0], line: nil) }
    #expect(log.index.races.first?.key == RaceKey(detector: .go, kind: .dataRace, sites: sites))
  }

  @Test func `apply in every segment of a large log`() throws {
    let text = String(repeating: Self.log, count: 40)
    let log = try read(text, ["pool."], pieceSize: 2000)
    #expect(log.index.reports.count == 40 && log.index.races.count == 1)
    #expect(
      log.index.races.first.map { log.index.sites(of: $0).map { $0?.function } } == ["shop.buy", "shop.sell"])
  }

  @Test func `apply to all detectors`() throws {
    let log = try read(
      """
      WARNING: ThreadSanitizer: data race (pid=7)
        Write of size 4 at 0x10 by main thread:
          #0 duck::quack() /src/duck.cpp:2:3 (pond+0x10)
          #1 wade /src/wade.cpp:2:3 (pond+0x20)

        Previous read of size 4 at 0x10 by thread T1:
          #0 std::sort() /src/sort.cpp:1:1 (pond+0x10)
          #1 wade /src/wade.cpp:9:3 (pond+0x20)

      """, ["duck::", "!std::"])
    let entry = try #require(log.entries.first)
    #expect(
      [entry.first, entry.second].map { $0.flatMap { log.index[$0.site] }?.function } == [
        "wade", "std::sort()",
      ])
  }

  @Test func `reports are exported with the rules of their log`() throws {
    let plain = try read(Self.log, [])
    let ruled = try read(Self.log, ["pool."])
    var formatter = ReportFormatter()
    // One after the other, while the formatter caches frames.
    for (log, sites) in [(plain, ["pool.get", "pool.get"]), (ruled, ["shop.buy", "shop.sell"])] {
      let entry = try #require(log.entries.first)
      let item = ExportItem(entry: entry, during: nil, id: 1)
      let style = ExportStyle(printsLogName: false, separator: "")
      let json = String(decoding: formatter.format([item], files: [log.file], style), as: UTF8.self)
      for site in sites { #expect(json.contains(#""site":{"function":"\#(site)""#)) }
    }
  }
}
