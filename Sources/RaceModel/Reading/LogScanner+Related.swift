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
  mutating func readRelated(_ place: RelatedBytes, of source: Int32, _ text: Span<UInt8>) {
    let key = RelatedPlace(source: source, bytes: place)
    let (earlier, earlierHeadings) = (announcements, headings)
    let found: Related
    if let known = related[key] {
      found = known
    } else {
      restart(atLine: place.line - 1)
      _ = scan(text, from: 0, base: place.start, isLast: true)
      found = Related(announcements: announcements, headings: headings)
      if related.count > 1000 { related = [:] }
      related[key] = found
    }
    announcements = earlier.merging(found.announcements) { $1 }
    headings = earlierHeadings.merging(found.headings) { $1 }
  }
}
