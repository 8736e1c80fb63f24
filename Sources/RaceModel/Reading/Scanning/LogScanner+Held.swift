/// Lines that a mail program, a terminal or a form has wrapped.
///
/// A line that lacks its end is held until the next line of the report is there, with or without the report's prefix.
/// When both together are a whole line, that is read in their place; else each is read by itself.
extension LogScanner {
  /// Gives a line to a report that may hold the beginning of it.
  ///
  /// - Parameter hasPrefix: whether the line begins as the report's lines do.
  mutating func readJoined(
    _ bytes: Span<UInt8>, _ line: LogLine, _ report: OpenReport, hasPrefix: Bool
  ) -> Verdict {
    // The rest may come below it.
    if !hasPrefix, isOfOtherWriter(bytes, line, than: report) { return .foreign }
    if report.isRefilled { return readRefilled(bytes, line, report) }
    if let held = report.held {
      let range = line.range
      let rest = hasPrefix ? range : report.restStart(bytes, range)..<range.upperBound
      if bytes.trimmed(rest).isEmpty, let later = held.pastBlank {
        report.held = later
        return .blank
      }
      _ = report.takeHeld()
      if !held.isCutByWidth || !hasPrefix,
        let verdict = join(held, bytes, line.part(bytes.trimmed(rest)), report)
      {
        return verdict
      }
      let verdict = readAlone(held, report)
      if verdict == .ended || verdict == .closed || verdict == .endedAbove { return verdict }
      guard hasPrefix else { return .foreign }
    }
    // Of most lines the last byte tells.
    if WrappedText.isWhole(bytes, line.range, ends: report.wholeEnds),
      !WrappedText.isCutAtColon(bytes, line.range), !WrappedText.isCutAtBracket(bytes, line.range)
    {
      return read(bytes, line, report)
    }
    let mayGoOn = report.grammar.mayGoOn(bytes, bytes.trimmed(line.range))
    // A title, or a header, that needs nothing more is not to wait.
    guard
      mayGoOn
        || (hasPrefix && report.isAtCutWidth(line.extent) && Grammars.opening(bytes, line.range) == nil)
    else { return read(bytes, line, report) }
    report.hold(bytes, line)
    report.held?.isCutByWidth = !mayGoOn
    return .blank
  }

  /// Gives a line without a report's prefix to the report when it is the rest of the line that it holds.
  ///
  /// - Returns: whether it is; if not, the report still holds its line.
  mutating func joinHeld(
    _ bytes: Span<UInt8>, _ line: LogLine, _ report: OpenReport
  ) -> Bool {
    guard !isOfOtherWriter(bytes, line, than: report), let held = report.takeHeld() else { return false }
    let rest = bytes.trimmed(report.restStart(bytes, line.range)..<line.range.upperBound)
    if let verdict = join(held, bytes, line.part(rest), report), verdict == .taken || verdict == .blank {
      return true
    }
    report.held = held
    report.draft.progress.goesOn = true
    return false
  }

  /// Reads the line that a report holds: nothing follows that goes on with it.
  mutating func flushHeld(_ report: OpenReport) {
    guard let held = report.takeHeld() else { return }
    _ = readAlone(held, report)
  }

  private mutating func readAlone(_ held: HeldLine, _ report: OpenReport) -> Verdict {
    for part in held.parts {
      let line = LogLine(part.text, of: report, at: part.extent)
      let verdict = read(part.text.span, line, report)
      if verdict == .ended || verdict == .closed || verdict == .endedAbove { return verdict }
    }
    guard held.parts.isEmpty else { return .taken }
    // A title was read when it opened the report.
    guard held.prefix == nil else { return .taken }
    let text = held.indent + held.text
    return read(text.span, LogLine(text, of: report, at: held.extent), report)
  }

  /// Reads a held line and the rest of it as one; nil when the line is not its rest.
  private mutating func join(
    _ held: HeldLine, _ bytes: Span<UInt8>, _ rest: LogLine, _ report: OpenReport
  ) -> Verdict? {
    let own = WrapMark.removed(from: bytes, rest.range)
    guard !own.isEmpty, !held.isPastBlank || bytes.has("+0x", at: own.lowerBound, end: own.upperBound) else {
      return nil
    }
    let extent = rest.extent
    let tail = bytes.bytes(own)
    // An editor marks what it has cut anywhere.
    let isTerminal = held.width == report.cutWidth || own != rest.range
    for separator in WrappedText.separators(
      held.text.span, tail.span, width: held.width, isTerminal: isTerminal)
    {
      let whole = held.text + separator + tail
      let joint = held.text.count + separator.count
      let isCutInWord = separator.isEmpty && held.width == report.cutWidth
      let rejoining =
        isCutInWord
        ? report.grammar.rejoinsCut(whole.span, 0..<whole.count, at: joint)
        : report.grammar.rejoins(whole.span, 0..<whole.count, at: joint)
      switch rejoining {
      case .no: continue
      // What may be another report's, or a message, is no name's rest.
      case .doubtful where held.count >= HeldLine.most || Anchors.first(in: bytes, rest.range) != nil:
        return nil
      case .partly where held.count < HeldLine.most, .doubtful:
        var longer = held
        if rejoining == .partly {
          longer.parts = []
        } else {
          if held.parts.isEmpty { longer.parts = [(held.text, held.extent)] }
          longer.parts.append((tail, extent))
        }
        (longer.text, longer.extent) = (whole, held.extent.joined(to: extent))
        longer.count += 1
        longer.width = extent.end - extent.start - 1
        report.held = longer
        report.draft.progress.goesOn = true
        return .blank
      case .partly, .whole:
        // Whoever cut a line inside a word has cut all lines at this width.
        if separator.isEmpty { report.cutWidth = held.width }
        let joined = held.extent.joined(to: extent)
        guard let prefix = held.prefix else {
          return read(whole.span, LogLine(whole, of: report, at: joined), report)
        }
        reopen(report, prefix, title: whole, joined)
        return .taken
      }
    }
    return readBegun(held, bytes, rest, report)
  }

  /// Opens a report once more, by its whole title.
  private func reopen(_ report: OpenReport, _ prefix: [UInt8], title: [UInt8], _ extent: LineExtent) {
    let line = prefix + title
    let grammar = report.grammarType
    var draft = ReportDraft(depth: Sink.depth, detector: grammar.detector, extent: report.draft.extent)
    (draft.extent.end, draft.extent.lastLine) = (extent.end, extent.lastLine)
    draft.progress.hasOpeningBar = report.draft.progress.hasOpeningBar
    draft.progress.isProven = true
    report.grammar = grammar.init()
    report.grammar.open(
      line.span, prefix: 0..<prefix.count, title: prefix.count..<line.count, draft: &draft)
    report.draft = draft
  }
}
