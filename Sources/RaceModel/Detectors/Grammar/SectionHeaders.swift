/// What is known of the headers of sections, whichever detector prints them.
enum SectionHeaders {
  /// How many bytes a header has at most: names of types and lists of locks are long.
  static let longest = 1 << 12
}
