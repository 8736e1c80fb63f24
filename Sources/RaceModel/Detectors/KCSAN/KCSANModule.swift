/// Names of modules in brackets: `[ext4]`.
enum KCSANModule {
  /// What people write in brackets where they left lines out.
  private static let elisions: TextStarts = [
    ".", "snip", "Snip", "SNIP", "truncated", "Truncated", "TRUNCATED", "trimmed", "omitted", "skipped",
  ]

  /// Whether what is in brackets is a name, and no mark of lines that somebody left out: `[..]`, `[snip]`, `[truncated]`.
  static func isName(_ bytes: Span<UInt8>, _ inside: Range<Int>) -> Bool {
    let name = bytes.trimmed(inside)
    return !name.isEmpty && !elisions.begin(bytes, name)
  }
}
