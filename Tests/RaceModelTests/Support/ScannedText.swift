import Foundation

@testable import RaceModel

/// A text scanned in memory, and what must hold of the result for any text.
struct ScannedText {
  let bytes: [UInt8]
  let entries: [ReportEntry]
  private let lines: Int
  private let sites: [SiteTable.Entry]
  private let symbols: SymbolTable

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var scanner = LogScanner<IndexSink>()
    _ = scanner.scan(bytes.span, from: 0, base: 0, isLast: true)
    entries = scanner.sink.entries.sorted { $0.start < $1.start }
    lines = scanner.lines
    sites = scanner.naming.sites.entries
    symbols = scanner.naming.symbols
  }

  init(_ text: some StringProtocol) { self.init(Array(text.utf8)) }

  /// A report, read in full.
  func detailed(_ entry: ReportEntry) -> DetailedReport? {
    guard entry.start >= 0, entry.byteCount >= 0, entry.start + entry.byteCount <= bytes.count else {
      return nil
    }
    return entry.read(Array(bytes[entry.bytes]).span, during: nil)
  }

  /// The outlines of all reports.
  var outline: String {
    entries.map { detailed($0).map { ReportOutline($0).description } ?? "lost" }.joined(separator: "\n")
  }

  /// Reports that a user would call invented, lost or misplaced.
  ///
  /// - Parameters:
  ///   - first: entries before this one are known to be right.
  ///   - isOrderly: whether a line can belong to one report only. Where titles occur inside other reports,
  ///     a report read alone may keep lines that went to another report in the log.
  func faults(from first: Int = 0, isOrderly: Bool = true) -> [String] {
    var found: [String] = []
    var position = 0
    var line = 1
    if lines != count(of: 10, in: 0..<bytes.count) + (bytes.isEmpty || bytes.last == 10 ? 0 : 1) {
      found.append("\(lines) lines were counted")
    }
    for entry in entries.dropFirst(first) {
      guard entry.start >= position, entry.byteCount > 0, entry.start + entry.byteCount <= bytes.count else {
        found.append("line \(entry.line): bytes \(entry.start) + \(entry.byteCount)")
        continue
      }
      line += count(of: 10, in: position..<entry.start)
      position = entry.start
      let end = entry.start + entry.byteCount
      let last = line + count(of: 10, in: entry.start..<end) - (bytes[end - 1] == 10 ? 1 : 0)
      if entry.line != line || entry.endLine != last {
        found.append("lines \(entry.line)-\(entry.endLine) are \(line)-\(last)")
      }
      found += faults(of: entry, isOrderly: isOrderly)
    }
    return found
  }

  private func faults(of entry: ReportEntry, isOrderly: Bool) -> [String] {
    guard let detailed = detailed(entry) else { return ["line \(entry.line): cannot be read again"] }
    let report = detailed.report
    var found: [String] = []
    let end = bytes[entry.start...].firstIndex(of: 10) ?? bytes.count
    let firstLine = String(decoding: bytes[entry.start..<end], as: UTF8.self)
    // Their first characters may be lost.
    let announcements =
      report.title == nil ? ["ead ", "ite ", "Previous", "Goroutine", "ad at 0x"] : ["ING: D"]
    if !announcements.contains(where: firstLine.contains) {
      found.append("line \(entry.line): nothing in \"\(firstLine)\" announces a report")
    }
    guard isOrderly else { return found }
    if entry.isComplete != report.isComplete { found.append("line \(entry.line): complete or not?") }
    let sides = [entry.first, entry.second].compactMap(\.self)
    if sides.count != min(2, report.accesses.count) { found.append("line \(entry.line): accesses are lost") }
    for (side, access) in zip(sides, report.accesses) {
      let site = side.site.index < 0 ? nil : sites[Int(side.site.index)]
      let frame = detailed.site(of: access)
      if name(site?.function) != frame?.function || name(site?.file) != frame?.file
        || side.operation != access.operation || side.address != access.address
      {
        found.append("line \(entry.line): the list has another access than the report")
      }
    }
    return found
  }

  private func name(_ id: SymbolTable.ID?) -> String? { id.flatMap { $0 < 0 ? nil : symbols.string($0) } }

  private func count(of byte: UInt8, in range: Range<Int>) -> Int {
    byte == 10 ? bytes.span.lineEnds(in: range) : bytes[range].count { $0 == byte }
  }
}

/// The logs shipped with racetui.
enum Samples {
  static let names = [
    "shop-test.log", "shop-v.log", "shop-json.log", "shop-damaged.log", "tidb-45106.log", "tidb-45106.md",
  ]

  static func bytes(_ name: String) throws -> [UInt8] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return Array(try Data(contentsOf: root.appendingPathComponent("samples/\(name)")))
  }
}
