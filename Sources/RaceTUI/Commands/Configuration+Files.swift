internal import Glibc
internal import RaceModel
internal import RaceSystem

/// Which files there are, and how they are read.
extension Configuration {
  /// What a configuration file may have at most.
  private static let largest = 1 << 20

  /// What holds: the defaults, then the project's file, then the user's; each counts more than those before. The
  /// program ends when a file cannot be used.
  static func held() throws -> Configuration {
    do throws(ConfigurationError) {
      var configuration = Configuration()
      if let project = projectFile() {
        try configuration.read(project.path, folder: project.folder)
      }
      if let path = path(variable: variable), !isHidden(path) {
        try configuration.takeFirst { (own) throws(ConfigurationError) in try own.read(path) }
      }
      return configuration
    } catch {
      StandardError.say("\(error)")
      throw Status.configuration
    }
  }

  /// Whether it cannot even be told if there is a file, because a folder on the way is closed to this user. Whoever
  /// names the file wants it to be read.
  private static func isHidden(_ path: String) -> Bool {
    var info = stat()
    guard variable("RACETUI_CONFIG") == nil, stat(path, &info) != 0, errno == EACCES else { return false }
    StandardError.say("\(path): \(String(cString: strerror(EACCES))); going on without it")
    return true
  }

  private static func variable(_ name: String) -> String? { Environment.value(name) }

  /// Where the user's file is: `RACETUI_CONFIG`, which names none when it is empty, else `racetui/config` where
  /// programs keep their configuration. Nil for none.
  static func path(variable: (String) -> String?) -> String? {
    if let named = variable("RACETUI_CONFIG") { return named.isEmpty || named == "/dev/null" ? nil : named }
    // A folder that is not absolute is to be ignored.
    if let folder = variable("XDG_CONFIG_HOME"), folder.hasPrefix("/") { return "\(folder)/racetui/config" }
    guard let home = variable("HOME"), !home.isEmpty else { return nil }
    return "\(home)/.config/racetui/config"
  }

  /// The folders in which a project's `.racetui/config` is looked for, from the working directory upwards: to the home
  /// folder, or to the one below the root.
  static func projectFolders(from directory: String, home: String?) -> [String] {
    var folders: [String] = []
    var parts = directory.split(separator: "/")
    let home = home?.split(separator: "/")
    while !parts.isEmpty {
      folders.append("/" + parts.joined(separator: "/"))
      if parts == home { break }
      parts.removeLast()
    }
    return folders
  }

  /// Those from the working directory of this program.
  static func projectFolders() -> [String] {
    Environment.workingFolder.map { projectFolders(from: $0, home: variable("HOME")) } ?? []
  }

  /// The nearest file of a project.
  private static func projectFile() -> (path: String, folder: String)? {
    for folder in projectFolders() {
      let path = folder + "/.racetui/config"
      if access(path, F_OK) == 0 { return (path, folder) }
    }
    return nil
  }

  /// Reads a file; one that does not exist says nothing.
  ///
  /// - Parameter folder: what relative paths in it begin at; nil for the working directory.
  mutating func read(_ path: String, folder: String? = nil) throws(ConfigurationError) {
    var info = stat()
    if stat(path, &info) != 0, errno == ENOENT || errno == ENOTDIR { return }
    let file: SourceFile
    do {
      file = try SourceFile(reading: path, largest: Self.largest)
    } catch {
      throw ConfigurationError(place: nil, cause: "\(error)")
    }
    for number in 1..<file.lineCount + 1 {
      let line = file.bytes(ofLine: number).map { String(decoding: $0, as: UTF8.self) } ?? ""
      let place = SettingPlace(file: path, line: number)
      do throws(SettingError) {
        try take(line, at: place, folder: folder)
      } catch {
        throw ConfigurationError(place: "\(place)", cause: "\(error)")
      }
    }
  }
}

/// Why a configuration file cannot be used, worded for a person.
struct ConfigurationError: Error, Equatable, CustomStringConvertible {
  /// The file and the line; nil when the cause names the file.
  var place: String?
  /// What is wrong.
  var cause: String

  /// One line for standard error.
  var description: String { place.map { "\($0): \(cause)" } ?? cause }
}
