internal import Glibc

/// The environment of the program.
package enum Environment {
  /// A variable; nil if it is not set.
  package static func value(_ name: String) -> String? { getenv(name).map { FileName.text($0) } }

  /// The locale by its name: the first nonempty one of the variables that decide it.
  package static var locale: String? {
    ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { value($0) }.first { !$0.isEmpty }
  }

  /// Whether the locale is one of UTF-8.
  package static var isUTF8: Bool {
    let name = locale?.lowercased() ?? ""
    return name.contains("utf-8") || name.contains("utf8")
  }

  /// The folder for temporary files: `TMPDIR`, or `/tmp` if that is not an absolute path.
  package static var temporaryFolder: String {
    value("TMPDIR").flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
  }

  /// The working folder; nil if it is gone.
  package static var workingFolder: String? {
    guard let path = getcwd(nil, 0) else { return nil }
    defer { free(path) }
    return FileName.text(path)
  }
}
