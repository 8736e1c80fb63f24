/// The last line that ended a package's tests, as far as a log was looked through for one.
struct PackageEnds {
  /// Bytes of the log that were looked through.
  var scanned = 0
  /// Its bytes in the log; nil when none was found.
  var last: Range<Int>?
}
