/// Reading what stands elsewhere and belongs to a report that is read again.
extension LogScanner {
  /// Bytes of a source.
  struct RelatedPlace: Hashable {
    var source: Int32
    var bytes: RelatedBytes
  }

  /// What such bytes announce.
  struct Related {
    var announcements: [AnnouncedThread: Announcement]
    var headings: [Process: ReportDraft]
  }

  /// Takes in what was announced at a place, for the report that is read next.
  ///
  /// - Parameter text: gives the bytes of the place; it is not asked for what is known already.
  mutating func readRelated(_ place: RelatedBytes, of source: Int32, _ text: (RelatedBytes) -> [UInt8]) {
    let found = relatedText(place, of: source, text)
    for (thread, announcement) in found.announcements { announcements[thread] = announcement }
    for (process, heading) in found.headings { headings[process] = heading }
  }

  private mutating func relatedText(
    _ place: RelatedBytes, of source: Int32, _ text: (RelatedBytes) -> [UInt8]
  ) -> Related {
    let key = RelatedPlace(source: source, bytes: place)
    if let known = related[key] { return known }
    let (earlier, earlierHeadings) = (announcements, headings)
    restart(atLine: place.line - 1)
    let bytes = text(place)
    _ = scan(bytes.span, from: 0, base: place.start, isLast: true)
    let found = Related(announcements: announcements, headings: headings)
    (announcements, headings) = (earlier, earlierHeadings)
    if related.count > 1000 { related = [:] }
    related[key] = found
    return found
  }
}
