import TerminalHarness
import Testing

/// `racetui show` with code, and as Markdown. The 12th race of samples/shop-test.log writes at samples/shop/jobs/jobs.go:52
/// on both sides; the 5th reads at catalog.go:50 and writes at catalog.go:45.
@Suite struct ShowFormatTests {
  @Test func `--source prints the code of both lines side by side`() throws {
    let show = try run("show", "--race", "5", "--source", "shop", "shop-test.log")
    #expect(show.status == 0 && show.errors.isEmpty)
    let lines = show.output.split(separator: "\n")
    let line = try #require(lines.first { $0.contains("▸50 │     it, ok := c.items[sku]") })
    #expect(line.contains("│ ▸45 │ "))
    #expect(lines.contains { $0.hasPrefix("A  ") && $0.contains("shop/catalog/catalog.go:50") })
    let log = try run("show", "--race", "5", "shop-test.log").output
    #expect(!log.contains("c.items"))
  }

  @Test func `the code of both lines is stacked where there is no room`() throws {
    let show = try run("show", "--race", "5", "--source", "shop", "--width", "80", "shop-test.log")
    let lines = show.output.split(separator: "\n")
    let first = try #require(lines.firstIndex { $0.hasPrefix("▸50 │ ") })
    let second = try #require(lines.firstIndex { $0.hasPrefix("▸45 │ ") })
    #expect(first < second)
  }

  @Test func `says which code is missing`() throws {
    let show = try run("show", "--source", "damage", "tidb-45106.log")
    // It must be a folder.
    #expect(show.status == 66 && show.output.isEmpty)
    let folder = try TemporaryDirectory()
    let missing = try run("show", "--source", folder.path, "tidb-45106.log")
    #expect(missing.status == 0 && missing.output.contains("mock.go not found; --source and --map"))
  }

  @Test func `Markdown has what an issue needs: title, stacks, code, the report`() throws {
    let show = try run(
      "show", "--race", "5", "--format", "markdown", "--source", "shop", "shop-test.log")
    #expect(show.status == 0 && show.errors.isEmpty)
    #expect(show.output.contains("## 5. Data race"))
    #expect(
      show.output.contains("> 50      it, ok") || show.output.contains("> 50  \tit, ok := c.items[sku]"))
    #expect(show.output.contains("<details><summary>The report</summary>"))
    #expect(show.output.contains("WARNING: DATA RACE"))
    let query = try run("show", "-q", "fn:Restock", "--format", "markdown", "shop-test.log")
    #expect(query.output.contains("## 1. Data race") && !query.output.contains("it, ok := c.items"))
  }

  @Test func `reports an unknown format`() throws {
    let show = try run("show", "--format", "html", "shop-test.log")
    #expect(show.status == 64 && show.errors.contains("'text' and 'markdown'"))
  }
}
