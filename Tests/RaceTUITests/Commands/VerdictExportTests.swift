import Foundation
import TerminalHarness
import Testing

/// A race's sentence in the machine-readable form, with the places that prove it.
@Suite struct VerdictExportTests {
  private typealias Object = [String: Any]

  private func races(_ arguments: [String]) throws -> [[String: Any]] {
    let run = try DetachedRun(
      racetui, ["export", "--format", "json"] + arguments, LaunchOptions(workingDirectory: samples))
    let document = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? Object
    return try #require(document?["races"] as? [Object])
  }

  private func text(_ place: Object) -> String {
    let file = (place["file"] as? String)?.split(separator: "/").last ?? "?"
    return "\(place["function"] as? String ?? "?") \(file):\(place["line"] as? Int ?? 0)"
  }

  private func parts(_ verdict: [String: Any]) throws -> [String] {
    try #require(verdict["parts"] as? [Object]).map { part in
      let evidence = (part["evidence"] as? [Object] ?? []).map(text).joined(separator: ", ")
      let access = (part["access"] as? Int).map { " \($0)" } ?? ""
      return "\(part["part"] ?? "?")\(access): \(part["text"] ?? "?") by \(part["basis"] ?? "?"): \(evidence)"
    }
  }

  private func catalog(_ arguments: String...) throws -> [String: Any] {
    let race = try #require(
      try races(arguments).first {
        ($0["title"] as? String)?.contains("Get") == true && ($0["title"] as? String)?.contains("Put") == true
      })
    return try #require(race["verdict"] as? Object)
  }

  @Test func `each part names the places that prove it`() throws {
    let verdict = try catalog("--source", "shop", "shop-test.log")
    #expect(
      verdict["text"] as? String
        == "Catalog.Get reads c.items without a lock; Catalog.Put writes it holding c.mu")
    #expect(verdict["basis"] as? String == "source")
    let (get, put) = (
      "example.com/shop/catalog.(*Catalog).Get catalog.go:50",
      "example.com/shop/catalog.(*Catalog).Put catalog.go:45"
    )
    #expect(
      try parts(verdict) == [
        "shared: c.items by source: \(get), \(put)", "access 0: reads by report: \(get)",
        "locks 0: no lock by source: \(get)", "access 1: writes by report: \(put)",
        "locks 1: c.mu by source: example.com/shop/catalog.(*Catalog).Put catalog.go:43",
      ])
    let evidence = try #require(verdict["evidence"] as? Object)
    #expect((evidence["places"] as? [Object])?.map(text).count == 3)
  }

  @Test func `without files it relies on the report alone`() throws {
    let verdict = try catalog("shop-test.log")
    #expect(verdict["basis"] as? String == "report")
    #expect(try parts(verdict).allSatisfy { $0.contains(" by report: ") })
    #expect(try !parts(verdict).contains { $0.hasPrefix("locks") })
  }

  @Test func `a lock order has a part for each order, and the lines of its report`() throws {
    let race = try #require(
      try races(["causes/c/orders.helgrind.log"]).first { $0["kind"] as? String == "lock-order" })
    let verdict = try #require(race["verdict"] as? Object)
    #expect(verdict["text"] as? String == "drain takes reed, then shore; fill takes shore, then reed")
    #expect(
      try parts(verdict) == [
        "order: drain takes reed, then shore by report: drain orders.c:29",
        "order: fill takes shore, then reed by report: fill orders.c:21",
      ])
    #expect((verdict["accesses"] as? [Object])?.isEmpty == true)
    let evidence = try #require(verdict["evidence"] as? Object)
    #expect(evidence["report"] as? Int == (race["reports"] as? [Int])?.first)
    #expect(evidence["line"] as? Int == 19)
  }
}
