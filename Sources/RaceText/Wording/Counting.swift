/// Numbers in sentences.
package enum Counting {
  /// `1 race`, `5 races`
  package static func plural(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// `512 bytes`, `12 kB`, `34 MB`
  package static func bytes(_ count: Int) -> String {
    if count < 1000 { return plural(count, "byte") }
    return count < 10_000_000 ? "\(count / 1000) kB" : "\(count / 1_000_000) MB"
  }

  /// `13 races in 20 reports, 3 files`
  package static func races(_ races: String, reports: Int, files: Int, runs: Int) -> String {
    "\(races) in \(plural(reports, "report"))\(inputs(files: files, runs: runs))"
  }

  /// ` in 3 of 5 runs`; empty where there is one.
  static func inRuns(_ part: Int, of whole: Int) -> String {
    whole > 1 ? " in \(part) of \(whole) runs" : ""
  }

  /// `, 3 files`; `, 5 processes` where reports of one file name several; `, 3 runs in 81 files` where not every file
  /// is one.
  private static func inputs(files: Int, runs: Int) -> String {
    if runs > files { return (files > 1 ? ", \(files) files" : "") + ", \(runs) processes" }
    if files > 1 { return runs > 1 && runs < files ? ", \(runs) runs in \(files) files" : ", \(files) files" }
    return ""
  }
}
