/// How a report can announce itself in a line.
enum Opening {
  /// A title at `at`; it takes a header after it to be sure.
  case title(at: Int)
  /// A title at `at` that nothing but a report can have; what stands before it is the prefix of its
  /// lines. A grammar that still waits for more takes `isProven` back when it is given the title.
  case certain(at: Int)
  /// A section's header at `at` whose title is lost; it takes a frame after it to be sure.
  case section(at: Int)
  /// A section's header at `at` that opens nothing: only a title that waits for one can use it.
  case header(at: Int)
  /// A summary at `at` that may head a report without a title; it takes a header right below it to be sure.
  case summary(at: Int)
}
