internal import Glibc
internal import RaceModel
internal import RaceSystem

/// The configuration files, and how they are read.
extension Configuration {
  /// The maximum size of a configuration file.
  private static let largest = 1 << 20

  /// The settings in effect: the defaults, overridden by the project's file, overridden by the user's. The
  /// program ends if a file cannot be used.
  static func held() throws -> Configuration {
    do throws(ConfigurationError) {
      var configuration = Configuration()
      if let project = projectFile() {
        try configuration.read(project.path, folder: project.folder)
      }
      if let path = path(variable: { Environment.value($0) }), !isHidden(path) {
        try configuration.takeFirst { (own) throws(ConfigurationError) in try own.read(path) }
      }
      return configuration
    } catch {
      StandardError.say("\(error)")
      throw Status.configuration
    }
  }

  /// Whether even the existence of a file is unknown, because a folder on the way is closed to this user. A
  /// file that was named must be readable.
  private static func isHidden(_ path: String) -> Bool {
    var info = stat()
    guard Environment.value("RACETUI_CONFIG") == nil, stat(path, &info) != 0, errno == EACCES else {
      return false
    }
    StandardError.say("\(path): \(String(cString: strerror(EACCES))); going on without it")
    return true
  }

  /// The path of the user's file: `RACETUI_CONFIG`, empty for none, else `racetui/config` in the usual folder
  /// for configuration. Nil for none.
  static func path(variable: (String) -> String?) -> String? {
    if let named = variable("RACETUI_CONFIG") { return named.isEmpty || named == "/dev/null" ? nil : named }
    // The specification says to ignore a relative folder.
    if let folder = variable("XDG_CONFIG_HOME"), folder.hasPrefix("/") { return "\(folder)/racetui/config" }
    guard let home = variable("HOME"), !home.isEmpty else { return nil }
    return "\(home)/.config/racetui/config"
  }

  /// The folders to search for a project's `.racetui/config`, from the working directory upwards: to the home
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
    Environment.workingFolder.map { projectFolders(from: $0, home: Environment.value("HOME")) } ?? []
  }

  /// The nearest file of a project.
  private static func projectFile() -> (path: String, folder: String)? {
    for folder in projectFolders() {
      let path = folder + "/.racetui/config"
      if access(path, F_OK) == 0 { return (path, folder) }
    }
    return nil
  }

  /// Reads a file; a missing one is empty.
  ///
  /// - Parameter folder: the base of relative paths in it; nil for the working directory.
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
  /// The file and the line; nil if the cause names the file.
  var place: String?
  /// What is wrong.
  var cause: String

  /// One line for standard error.
  var description: String { place.map { "\($0): \(cause)" } ?? cause }
}
