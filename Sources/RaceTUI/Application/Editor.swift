internal import Glibc

/// The user's editor and how it is told to open a file at a line.
struct Editor: Equatable {
  /// The program and the arguments the user gives it.
  let command: [String]

  /// The editor that the environment names: `RACETUI_EDITOR`, `VISUAL`, `EDITOR`, else vi.
  static func fromEnvironment() -> Editor {
    for variable in ["RACETUI_EDITOR", "VISUAL", "EDITOR"] {
      guard let value = getenv(variable) else { continue }
      let words = words(String(cString: value))
      if words.first?.isEmpty == false { return Editor(command: words) }
    }
    return Editor(command: ["vi"])
  }

  /// The program's name without its folder.
  var name: String { command.first.map { String($0.split(separator: "/").last ?? "vi") } ?? "vi" }

  /// The arguments to start it with. A file's name is one argument, and never an option (`-c`), a
  /// command (`+!rm`, in vi) or an address (`scp://host/file`).
  func arguments(file: String, line: Int?) -> [String] {
    let file = file.hasPrefix("/") ? file : "./\(file)"
    guard let line else { return command + [file] }
    switch name {
    case "hx", "helix", "subl", "zed", "zeditor": return command + ["\(file):\(line)"]
    case "code", "codium", "cursor", "code-insiders": return command + ["--goto", "\(file):\(line)"]
    case "idea", "clion", "goland", "rustrover": return command + ["--line", "\(line)", file]
    default: return command + ["+\(line)", file]
    }
  }

  /// Splits a command at blanks; quotes and backslashes keep words together. No shell takes part.
  static func words(_ command: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var isEscaped = false
    for character in command {
      if isEscaped {
        word = (word ?? "") + String(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
      } else if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "\"" || character == "'" {
        quote = character
        word = word ?? ""
      } else if character.isWhitespace {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }
}
