/// What each line of a report ends with that is no part of it.
struct ReportSuffix {
  var text = LineSuffix.none
  /// Whether it is the report's last note, as what follows the title, until it recurs: then it is no output of the
  /// program.
  var isNoted = false
}
