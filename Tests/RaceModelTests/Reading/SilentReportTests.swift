import GrammarExamples
import Testing

@testable import RaceModel

/// Reports that lost their end and get no more lines.
@Suite struct SilentReportTests {
  private static let whole = GoExamples.lines(GoExamples.plain)
  /// Up to the header of its creation.
  private static let cut = Array(whole.prefix(11))
  /// Without its bars: one would be taken for the bar that the cut report lacks.
  private static let quoted = whole.dropFirst().dropLast().map { "> " + $0 }
  private static let prose = ["Another log says:", ""]

  @Test func `a report that was cut is not closed by the bar of a much later one`() throws {
    let others = (0..<30).flatMap { _ in Self.prose + Self.quoted }
    let log = try ReadLog((Self.cut + others + Self.whole).joined(separator: "\n") + "\n")
    #expect(log.entries.count == 32)
    #expect(log.entries[0].line == 2 && log.entries[0].endLine == Self.cut.count)
    #expect(!log.entries[0].isComplete)
    #expect(log.entries.dropFirst().allSatisfy { $0.isComplete })
    #expect(log.contradictions == [])
  }

  @Test func `a report continues below a few that others printed inside it`() throws {
    let others = (0..<3).flatMap { _ in Self.quoted }
    let text = Self.cut + others + Self.whole.dropFirst(Self.cut.count)
    let log = try ReadLog(text.joined(separator: "\n") + "\n")
    #expect(log.entries.count == 4)
    #expect(log.entries.allSatisfy { $0.isComplete })
    #expect(log.entries[0].endLine == text.count)
  }

  @Test(arguments: [3, 40, 700])
  func `writers that alternate all finish their reports`(_ count: Int) throws {
    let lines = Self.whole.flatMap { line in (0..<count).map { "writer-\($0)-x | " + line } }
    let log = try ReadLog(lines.joined(separator: "\n") + "\n")
    #expect(log.entries.count == count)
    #expect(log.entries.allSatisfy { $0.isComplete })
  }
}
