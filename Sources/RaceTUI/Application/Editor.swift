internal import Glibc
internal import RaceSystem
internal import RaceView

/// The user's editor and how to make it open a file at a line.
struct Editor: Equatable {
  /// The program and the arguments the user gives it.
  let command: [String]

  /// The editor that the environment names: `RACETUI_EDITOR`, `VISUAL`, `EDITOR`, else vi.
  static func fromEnvironment() -> Editor {
    for variable in ["RACETUI_EDITOR", "VISUAL", "EDITOR"] {
      guard let value = Environment.value(variable) else { continue }
      let words = words(value)
      if words.first?.isEmpty == false { return Editor(command: words) }
    }
    return Editor(command: ["vi"])
  }

  /// The program's name without its folder.
  var name: String { command.first.map { String($0.split(separator: "/").last ?? "vi") } ?? "vi" }

  /// The arguments to start it with: several files side by side in editors that can do that. A file's name is
  /// one argument, and never an option (`-c`), a command (`+!rm`, in vi) or an address (`scp://host/file`).
  func arguments(_ places: [FilePlace]) -> [String] {
    let files = places.map { $0.path.hasPrefix("/") ? $0.path : "./\($0.path)" }
    let lines = zip(files, places).map { file, place in place.line.map { "\(file):\($0)" } ?? file }
    let isLineKnown = places.contains { $0.line != nil }
    let first = places.first?.line.map { ["+\($0)"] } ?? []
    /// Each file after the argument for its line.
    func told(_ option: (Int) -> [String]) -> [String] {
      zip(files, places).flatMap { file, place in (place.line.map(option) ?? []) + [file] }
    }
    switch name {
    case "vim", "nvim", "gvim", "mvim", "vimx":
      if places.count == 1 { return command + first + files }
      // Commands of only numbers: in each window its line, then back to the first one.
      let jumps = places.dropFirst().flatMap { place in
        ["-c", "wincmd l"] + (place.line.map { ["-c", "\($0)"] } ?? [])
      }
      return command + ["-O"] + first + files + jumps + ["-c", "wincmd t"]
    case "hx", "helix": return command + (places.count > 1 ? ["--vsplit"] : []) + lines
    case "subl", "zed", "zeditor": return command + lines
    case "code", "codium", "cursor", "code-insiders":
      return command + (isLineKnown ? ["--goto"] : []) + lines
    case "nano", "emacs", "emacsclient", "micro": return command + told { ["+\($0)"] }
    case "idea", "clion", "goland", "rustrover": return command + told { ["--line", "\($0)"] }
    // An editor that takes only one line opens the first file there, with the others after it.
    default: return command + first + files
    }
  }

  /// Splits a command at blanks; quotes and backslashes keep words together. No shell is involved.
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
