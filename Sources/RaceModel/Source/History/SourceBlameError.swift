internal import Glibc
internal import RaceSystem

/// Why it is not known who changed a line, worded for a person.
package enum SourceBlameError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no git here.
  case noGit
  /// The file is in no repository.
  case noRepository
  /// The repository does not know the file.
  case notTracked(name: String)
  /// The file has no such line.
  case noLine(Int)
  /// Git might run a program that the repository's configuration names, and was not asked.
  case unsafe(String)
  /// What git said, or why it said nothing.
  case failed(String)

  /// Says why git was not asked.
  init(_ refusal: Repository.Refusal) {
    switch refusal {
    case .notStarted(let error): self = error.code == ENOENT ? .noGit : .failed("\(error)")
    case .unknownPrograms(.tooMany): self = .unsafe("too many settings")
    case .unknownPrograms(.late): self = .unsafe("settings not listed in time")
    case .unknownPrograms(.failed(let status)): self = .unsafe("settings not listed (status \(status))")
    }
  }

  /// Translates git's message, which must be in English.
  init(git text: String, name: String, line: Int) {
    if text.contains("not a git repository") {
      self = .noRepository
    } else if text.contains("fatal: no such path") || text.contains("fatal: no such ref: HEAD") {
      self = .notTracked(name: name)
    } else if text.contains(" has only "), text.contains(" line") {
      self = .noLine(line)
    } else {
      let lines = text.split(separator: "\n")
      let line = lines.first { $0.hasPrefix("fatal: ") } ?? lines.last ?? "git failed"
      self = .failed(String(line.hasPrefix("fatal: ") ? line.dropFirst(7) : line).replacingHarmful())
    }
  }

  /// One line.
  package var description: String {
    switch self {
    case .noGit: "git is not installed: who changed the line is unknown"
    case .noRepository: "the file is not in a git repository"
    case .notTracked(let name): "\(name) is not committed in its git repository"
    case .noLine(let line): "the file has no line \(line)"
    case .unsafe(let why): "unsafe to ask git: \(why)"
    case .failed(let why): why
    }
  }
}
