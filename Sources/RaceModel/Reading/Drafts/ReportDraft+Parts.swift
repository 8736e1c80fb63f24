extension ReportDraft {
  /// What a report says of itself beside its stacks.
  struct Header {
    var detector: Detector
    var kind = ReportKind.dataRace
    /// The title as printed, nil when the report's head is lost.
    var title: String?
    var pid: Int?
    var valueChange: ValueChange?
    var summary: String?
  }

  /// How far a report was read, and how sure it is that it is one.
  struct Progress {
    /// Whether a bar is right above the title.
    var hasOpeningBar = false
    var hasClosingBar = false
    /// Whether enough was seen to be sure that this is a report.
    var isProven = false
    /// Whether the last line was cut and goes on in the next one, which has no prefix then.
    var goesOn = false
    /// Whether the line just read may turn out to head the next report.
    var mayPassLastLine = false
  }

  /// What a report and those before it say to each other of threads.
  struct ThreadLinks {
    /// The thread that this announces, when it is no report but the creation of a thread that later
    /// reports name (Valgrind).
    var announces: ThreadName?
    /// The thread that later reports are about, when this is no report but the heading that says so (DRD).
    var heads: ThreadName?
    /// Whether the thread that the report is about is in a heading before it.
    var isUnderHeading = false
    /// Threads that the report names without a stack of theirs.
    var mentioned: [ThreadName] = []
    /// Announcements of threads that belong to the report, as bytes and first lines of the log.
    var related: [RelatedBytes] = []
  }
}

extension ReportDraft {
  /// Whether a thread has an access, and its creation was not read.
  func awaitsCreation(of thread: ThreadName) -> Bool {
    accesses.contains { $0.thread == thread } && !creations.contains { $0.thread == thread }
  }

  /// Whether a second access by another thread at the same address is the report's own, though nothing says that it was
  /// before the first: people who retell a report leave that out.
  func awaitsRetold(address: HexNumber?, thread: ThreadName?) -> Bool {
    guard header.title != nil, accesses.count == 1, let first = accesses.first, !first.isPrevious else {
      return false
    }
    return address != nil && first.address == address && thread != nil && first.thread != nil
      && first.thread != thread && stack(of: first).frameCount > 0
  }
}
