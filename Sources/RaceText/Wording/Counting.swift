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

  /// `, 3 files`; `, 5 processes` where reports of one file name several; `, 3 runs in 81 files` where not every file
  /// is one.
  package static func inputs(files: Int, runs: Int) -> String {
    if runs > files { return (files > 1 ? ", \(files) files" : "") + ", \(runs) processes" }
    if files > 1 { return runs > 1 && runs < files ? ", \(runs) runs in \(files) files" : ", \(files) files" }
    return ""
  }
}
