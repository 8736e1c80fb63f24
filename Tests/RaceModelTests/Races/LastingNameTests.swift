import Testing

@testable import RaceModel

@Suite struct `The lasting part of a name` {
  private func key(_ function: String, _ file: String = "/src/a.rs") -> String {
    let site = Site(function: function, file: file, line: 1)
    let other = Site(function: "peek", file: "/src/b.rs", line: 2)
    return RaceKey(detector: .tsan, kind: .dataRace, sites: [site, other]).description
  }

  /// The names, and the key of the last one, the FNV-1a hash of "tsan\ndata-race\n" and both sides, computed by another
  /// program.
  private static let spellings: [(names: [String], lasting: String, key: String)] = [
    (
      [
        "_ZN3app2rd17h2b2c1fdcf5ad676cE", "_ZN3app2rd17haaaa1fdcf5ad676cE",
        "_ZN3app2rd17haaaa1fdcf5ad676cE.llvm.84",
      ],
      "_ZN3app2rdE", "caaa0269ec43d435"
    ),
    (
      ["_RNvCsaBcD1_3app2rd", "_RNvCs9xYz7_3app2rd", "_RNvCs9xYz7_3app2rd.cold"], "_RNvC3app2rd",
      "8a1c3ae77d61cc6b"
    ),
    (
      ["app[2b2c1fdcf5ad676c]::rd", "app[aaaa1fdcf5ad676]::rd", "app::rd::h2b2c1fdcf5ad676c"], "app::rd",
      "9e44ebe0ca9c4d12"
    ),
    (
      ["put(std::vector<std::vector<int> >&)"], "put(std::vector<std::vector<int>>&)", "726998dbb0d76128"
    ),
    (
      ["shop::{anonymous}::Cart::add(int)"], "shop::(anonymous namespace)::Cart::add(int)", "6f5c33564eaf4447"
    ),
  ]

  @Test(arguments: spellings.indices)
  func `is the same however it is spelled`(_ position: Int) {
    let (names, lasting, key) = Self.spellings[position]
    for name in names + [lasting] {
      #expect(SiteIdentity(Site(function: name, file: "a.rs", line: 1)).function == lasting)
      #expect(self.key(name) == key)
    }
  }

  @Test(arguments: [
    // A part by its place, behind the hash of the crate and of another length.
    ("_RINvCsaBcD1_3app3addNtNtB2_4cart4CartBi_E", "_RINvC3app3addNtNtB2_4cart4CartBb_E"),
    ("_RINvCsX_3app3addNtNtB2_4cart4CartBe_E", "_RINvC3app3addNtNtB2_4cart4CartBb_E"),
    // The crate that it was made for has one, too, and a closure's number is no hash.
    ("_RNCNvCsaBcD1_3app3runs0_0Cs9xYz7_4shop", "_RNCNvC3app3runs0_0C4shop"),
    ("_RNvMCsaBcD1_3appNtB2_4Cart3add", "_RNvMC3appNtB2_4Cart3add"),
    (
      "_RNvXCsaBcD1_3appNtB2_4CartNtNtCs9xYz7_4core3fmt5Debug3fmt",
      "_RNvXC3appNtB2_4CartNtNtC4core3fmt5Debug3fmt"
    ),
    ("_RNvNtCsaBcD1_4mill4ring4push", "_RNvNtC4mill4ring4push"),
    ("__RNvCsaBcD1_3app2rd", "__RNvC3app2rd"),
    ("_RINvCsaBcD1_3app3addRShKj8_E", "_RINvC3app3addRShKj8_E"),
    (
      "<app[2b2c1fdcf5ad676c]::Cart as core[1b2c1fdcf5ad676c]::fmt::Debug>::fmt",
      "<app::Cart as core::fmt::Debug>::fmt"
    ),
    (
      "put(std::map<int, std::vector<std::vector<int> > >)",
      "put(std::map<int, std::vector<std::vector<int>>>)"
    ),
  ])
  func `leaves hashes and blanks out`(_ name: String, _ lasting: String) {
    #expect(LastingName.of(name) == lasting)
  }

  @Test(arguments: [
    "main.add", "add", "", "_", "__do_softirq", "_R", "_RUN", "_Run", "_ZN3app2rdEv",
    "_ZN3app2rd17h2b2c1fdcf5ad676E",
    "_ZN3app17H2B2C1FDCF5AD676CE", "_RNvC3app2rd", "_RNvCsaBcD1_3app", "_RNvCsaBcD1_99app2rd",
    "_RNvCsaBcD1_3app2rdxx",
    "_RINvCsaBcD1_3app3addBz_E", "operator>", "a > b", "cart[16]::add", "f(int [16])",
    "cart[2b2c1fdcf5ad676cff]::add",
    "cart[2B2C1FDCF5AD676C]::add", "cart [2b2c1fdcf5ad676c]::add", "app[2b2c1fdcf5ad676c]",
    "[2b2c1fdcf5ad676c]::x",
    "{anonymous}", "main::{closure#0}", "{lambda()#1}::operator()", "-[Cart add]",
    "std::vector<std::vector<int>>::at",
    "<app::Cart as core::fmt::Debug>::fmt", "operator->", "_RNvCsaBcD1_3app2r\u{E4}d",
  ])
  func `is all of other names`(_ name: String) {
    #expect(LastingName.of(name) == name)
  }

  @Test func `is all of a function of Go`() {
    let name = "shop.Put[app[2b2c1fdcf5ad676c]::X > >]"
    #expect(SiteIdentity(Site(function: name, file: "/src/shop.go", line: 3)).function == name)
  }

  @Test func `has no limit for names that are deep in each other`() {
    let name =
      "_R" + String(repeating: "Nv", count: 500) + "CsaBcD1_3app" + String(repeating: "1a", count: 500)
    #expect(LastingName.of(name) == name)
    let blanks = "f<" + String(repeating: "g<", count: 900) + "int" + String(repeating: " >", count: 901)
    #expect(LastingName.of(blanks).utf8.count == blanks.utf8.count - 900)
  }

  @Test func `of a place in a module has no zeros before it`() throws {
    func site(_ text: String) throws -> Site {
      let bytes = Array(text.utf8)
      let number = bytes.span.hexadecimal(at: 0, end: bytes.count)
      return Site(function: nil, file: "/opt/s", line: nil, offset: try #require(number?.value))
    }
    let padded = try [site("0x0000000d3f43"), site("0x0000000d4000")]
    let short = try [site("0xd3f43"), site("0xd4000")]
    #expect(padded.map { SiteIdentity($0) } == short.map { SiteIdentity($0) })
    // The hash of "tsan\ndata-race\n\ts+0xd3f43\n\ts+0xd4000\n".
    for sites in [padded, short] {
      #expect(RaceKey(detector: .tsan, kind: .dataRace, sites: sites).description == "588c2b9641e6d579")
    }
    #expect(try SiteIdentity(site("0x0")).fileName == "s+0x0")
  }

  @Test func `makes reports of two builds of a kernel one race`() throws {
    let report = { (function: String) in
      """
      ==================================================================
      BUG: KCSAN: data-race in mill_pop / \(function)

      write to 0xffff888105c3f208 of 4 bytes by task 11 on cpu 1:
       \(function)+0x8e/0x140

      read to 0xffff888105c3f208 of 4 bytes by task 2207 on cpu 0:
       mill_pop+0x37/0x110

      ==================================================================

      """
    }
    let log = try ReadLog(report("_RNvNtCsaBcD1_4mill4ring4push") + report("_RNvNtCs9xYz7_4mill4ring4push"))
    // The hash of "kcsan\ndata-race\n_RNvNtC4mill4ring4push\t\nmill_pop\t\n".
    #expect(log.index.races.map(\.key.description) == ["64eb404c96478c0d"])
    #expect(log.entries.count == 2)
  }
}
