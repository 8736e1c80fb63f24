import Foundation
import RaceModel
import RaceText

/// Checks that a log's export matches `docs/export.md`.
struct ExportCheck {
  let log: ReadLog

  func faults() throws -> [Fault] {
    let (document, lines) = (try export("json"), try export("jsonl"))
    return try faults(document: document) + faults(lines: lines) + faultsOfMemory(lines)
      + faults(warnings: try export("gnu")) + faults(markdown: try export("markdown"))
      + SharedExportCheck(log: log).faults()
  }

  /// The log in a format.
  private func export(_ name: String) throws -> [UInt8] {
    guard var format = ExportFormats.named(name)?.init() else { return [] }
    var bytes: [UInt8] = []
    try format.finish(ExportedLogs(log.index, files: [log.file])) { bytes += $0 }
    return bytes
  }

  /// Each line has a place and a severity, whatever names it contains, and each race has one warning.
  private func faults(warnings bytes: [UInt8]) -> [Fault] {
    let text = String(decoding: bytes, as: UTF8.self)
    if let scalar = text.unicodeScalars.first(where: { $0.isHarmful && $0 != "\n" }) {
      return [Fault(.warnings, "U+\(String(scalar.value, radix: 16)) is in the warnings")]
    }
    let lines = text.split(separator: "\n").map { $0.wholeMatch(of: #/.*:\d+:\d+: (warning|note): .*/#)?.1 }
    let warnings = lines.count { $0 == "warning" }
    guard !lines.contains(nil), warnings == log.index.races.count else {
      return [
        Fault(.warnings, "\(warnings) warnings for \(log.index.races.count) races, or a line without a place")
      ]
    }
    return []
  }

  private func faults(markdown bytes: [UInt8]) -> [Fault] {
    let text = String(decoding: bytes, as: UTF8.self)
    if let scalar = text.unicodeScalars.first(where: { $0.isHarmful && $0 != "\n" && $0 != "\t" }) {
      return [Fault(.markdown, "U+\(String(scalar.value, radix: 16)) is in the document")]
    }
    return bytes.count > 1 << 20 ? [Fault(.markdown, "\(bytes.count) bytes")] : []
  }

  /// An exporter's caches must not change its output for later reports: exports the last reports again, by exporters
  /// that have seen no others.
  private func faultsOfMemory(_ bytes: [UInt8]) throws -> [Fault] {
    let lines = bytes.split(separator: 0x0A)
    let count = lines.count
    return try Set([count / 2, count * 3 / 4, count - 1]).sorted().compactMap { first in
      guard first > 0, first < count else { return nil }
      var fresh: [UInt8] = []
      var format = JSONLinesExport(after: first)
      try format.finish(ExportedLogs(log.index, files: [log.file])) { fresh += $0 }
      let again = fresh.split(separator: 0x0A)
      guard let place = again.indices.first(where: { again[$0] != lines[first + $0] }) else { return nil }
      return Fault(
        .memory,
        "report \(first + place + 1) of \(count), read after \(first + place) others: \(String(decoding: lines[first + place], as: UTF8.self))\n  after \(place) others: \(String(decoding: again[place], as: UTF8.self))"
      )
    }
  }

  private func faults(document bytes: [UInt8]) -> [Fault] {
    if let control = bytes.first(where: { $0 < 0x20 && $0 != 0x0A }) {
      return [Fault(.json, "byte \(control) stands in the document")]
    }
    let parsed = try? JSONSerialization.jsonObject(with: Data(bytes))
    guard let object = parsed as? [String: Any] else { return [Fault(.json, "the document is not JSON")] }
    let reports = (object["reports"] as? [Any])?.count
    let races = (object["races"] as? [Any])?.count
    guard reports == log.index.reports.count, races == log.index.races.count else {
      return [Fault(.json, "\(reports ?? -1) reports and \(races ?? -1) races in the document")]
    }
    return []
  }

  private func faults(lines bytes: [UInt8]) -> [Fault] {
    let lines = bytes.split(separator: 0x0A)
    guard lines.count == log.index.reports.count else {
      return [Fault(.json, "\(lines.count) lines for \(log.index.reports.count) reports")]
    }
    let isWrong = lines.contains {
      (try? JSONSerialization.jsonObject(with: Data($0))) is [String: Any] == false
    }
    return isWrong ? [Fault(.json, "a line is not JSON")] : []
  }
}
