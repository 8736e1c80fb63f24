internal import Glibc
internal import RaceSystem

/// Finds the logs for the user's paths.
package struct LogPaths: Sendable {
  /// A log that was found.
  package struct File: Sendable {
    /// The path to open.
    package var path: String
    /// Whether the user named a folder that contains it.
    package var isFromFolder: Bool
    /// Why it cannot be opened, if known.
    var failure: InputError?
  }

  /// The maximum depth of folders to search.
  static let deepest = 32

  /// The logs, in the order of the user's paths.
  package private(set) var files: [File] = []
  /// The folders that the user named.
  package private(set) var folders: [String] = []
  /// Files of folders that are not text.
  private var leftOut: [String] = []
  /// What could not be read in folders, and why.
  private var unreadable: [InputError] = []
  /// All files that were found in folders.
  private var seen: Set<String> = []
  /// Their identities, whatever their names, so that a link gives no file twice.
  private var identities: Set<FileStatus.Identity> = []
  /// The files that the user named.
  private var named: Set<FileStatus.Identity> = []
  /// Names of files that the user gave more than once, or that are also in a folder.
  private var repeated: [String] = []
  /// Those that were found through a link.
  private var linked: Set<FileStatus.Identity> = []

  /// No paths.
  package init() {}

  /// The paths with each folder replaced by the files in it and in its folders, by name. Detectors write one
  /// file per process (`log_path=`), so a folder of logs is one input.
  ///
  /// Hidden files are skipped; files that are clearly not text are left out. Links to files are followed,
  /// because folders of container logs have them.
  package init(_ paths: [String]) throws(InputError) {
    for path in paths {
      guard path != "-", FileStatus.of(path)?.isFolder == true else {
        if isNew(path) {
          files.append(File(path: path, isFromFolder: false))
        } else {
          repeated.append(path)
        }
        continue
      }
      do throws(InputError) {
        let count = files.count
        try addContents(of: path, depth: 0)
        if files.count == count {
          throw unreadable.first ?? InputError(name: path, cause: .noLogs)
        }
        folders.append(path)
      } catch {
        // The user's other paths are read all the same.
        files.append(File(path: error.name, isFromFolder: false, failure: error))
      }
    }
    if let failure = files.first?.failure, files.allSatisfy({ $0.failure != nil }) { throw failure }
  }

  /// Whether a file is new, whatever its names: a log that is read twice would be two runs.
  private mutating func isNew(_ path: String) -> Bool {
    if path == "-" { return !files.contains { $0.path == path } }
    guard let kind = FileStatus.of(path), kind.isRegular else { return true }
    return named.insert(kind.identity).inserted && !identities.contains(kind.identity)
  }

  /// Searches the folders again.
  ///
  /// - Returns: the new logs. A folder that can no longer be read has none.
  package mutating func lookAgain() -> [File] {
    let count = files.count
    for folder in folders { try? addContents(of: folder, depth: 0, isAgain: true) }
    return Array(files[count...])
  }

  /// One line about the files that were left out; nil if there are none.
  package var leftOutWords: String? {
    var parts: [String] = []
    if let first = leftOut.first {
      parts.append(
        leftOut.count == 1
          ? "skipped \(FileName.shown(first)), which is not text"
          : "skipped \(leftOut.count) files that are not text: \(FileName.shown(first)) and \(leftOut.count - 1) more"
      )
    }
    if let first = unreadable.first {
      let more = unreadable.count == 1 ? "" : ", and \(unreadable.count - 1) more"
      parts.append("cannot be read: \(first)\(more)")
    }
    if let first = repeated.first {
      let more = repeated.count == 1 ? "" : ", and \(repeated.count - 1) more"
      parts.append("named twice, read once: \(FileName.shown(first))\(more)")
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  private mutating func addContents(
    of folder: String, depth: Int, isAgain: Bool = false
  ) throws(InputError) {
    guard depth < Self.deepest else { throw InputError(name: folder, cause: .tooDeep) }
    for entry in try Self.entries(of: folder) where !entry.name.hasPrefix(".") {
      let path = folder.hasSuffix("/") ? folder + entry.name : "\(folder)/\(entry.name)"
      guard let named = try? FileStatus.looking(at: path, followsLink: false) else { continue }
      let isLink = named.kind == .link
      let kind: FileStatus
      do throws(SystemError) {
        kind = isLink ? try FileStatus.looking(at: path) : named
      } catch {
        keep(InputError(name: path, error), isAgain)
        continue
      }
      if kind.isRegular {
        add(path, kind, isLink: isLink, isAgain: isAgain)
      } else if kind.isFolder, !isLink {
        // Links to folders are not followed, because a link may lead back to where it is.
        do throws(InputError) {
          try addContents(of: path, depth: depth + 1, isAgain: isAgain)
        } catch {
          keep(error, isAgain)
        }
      }
    }
  }

  /// Adds a file of a folder.
  private mutating func add(_ path: String, _ kind: FileStatus, isLink: Bool, isAgain: Bool) {
    if !seen.insert(path).inserted, isAgain { return }
    // A new file may get the identity of a deleted one, so that without links it proves nothing later.
    if !isAgain, named.contains(kind.identity) { return }
    if isLink ? identities.contains(kind.identity) : linked.contains(kind.identity) { return }
    identities.insert(kind.identity)
    if isLink { linked.insert(kind.identity) }
    do throws(InputError) {
      if try Self.isLog(path) {
        files.append(File(path: path, isFromFolder: true))
      } else {
        leftOut.append(path)
      }
    } catch {
      // A failure to open a new log is reported when it is opened.
      if isAgain { files.append(File(path: path, isFromFolder: true)) } else { unreadable.append(error) }
    }
  }

  /// Keeps what could not be read, but a repeated search has reported it before.
  private mutating func keep(_ error: InputError, _ isAgain: Bool) {
    if !isAgain { unreadable.append(error) }
  }

  /// Whether a file can be a log: text of some kind, or compressed.
  private static func isLog(_ path: String) throws(InputError) -> Bool {
    let head: [UInt8]
    do throws(SystemError) {
      head = try FileDescriptor.open(path).read(upTo: LogContent.headSize)
    } catch {
      throw InputError(name: path, error)
    }
    if Compression.of(head) != nil || LogDecoder(head: head) != nil { return true }
    return !head.contains(0)
  }

  private static func entries(of folder: String) throws(InputError) -> [Folder.Entry] {
    do throws(SystemError) {
      return try Folder(reading: folder).entries
    } catch {
      throw InputError(name: folder, error)
    }
  }
}
