extension Report {
  /// The rest of a report whose log was changed after it was indexed.
  package init(lost entry: ReportEntry, during: PrintedDuring?) {
    detector = entry.detector
    kind = entry.kind
    title = nil
    lines = entry.line...max(entry.line, entry.endLine)
    printedDuring = during
    damage = [.changed]
  }
}
