/// The creation of a thread, printed before the reports that name the thread.
struct Announcement {
  /// What a report takes over that is worked out whole.
  struct Whole {
    var creation: ReportDraft.Creation
    var stack: StackDraft
  }

  /// Where it stands in the log.
  var bytes: RelatedBytes
  /// The creation itself; nil for an index, which only needs to know where it stands.
  var whole: Whole?
}
