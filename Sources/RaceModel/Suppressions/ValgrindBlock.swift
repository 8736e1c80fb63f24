/// A suppression of Helgrind or DRD. It is compared with the stack of the access that was caught, from the
/// innermost frame on, so that a race needs one for either side.
///
/// Source: the Valgrind manual, "Suppressing errors", and m_errormgr.c.
package struct ValgrindBlock: Hashable, Sendable {
  /// What a line matches.
  package enum Line: Hashable, Sendable {
    /// A function, mangled for C++.
    case function(String)
    /// A file and a line.
    case place(file: String, line: Int)
    /// A binary or a library.
    case object(String)

    var text: String {
      switch self {
      case .function(let name): "fun:\(name)"
      case .place(let file, let line): "src:\(file):\(line)"
      case .object(let path): "obj:\(path)"
      }
    }

    fileprivate func holds(_ frame: Frame) -> Bool {
      switch self {
      case .function(let name): frame.function == name
      case .place(let file, let line): frame.fileName.map { String($0) } == file && frame.line == line
      case .object(let path): frame.module == path
      }
    }
  }

  /// Its name.
  package var name: String
  /// `Helgrind:Race`
  package var kind: String
  /// The frames, innermost first.
  package var lines: [Line]

  /// The text of the block.
  package var text: String {
    (["{", "   \(name)", "   \(kind)"] + lines.map { "   \($0.text)" } + ["   ...", "}"]).joined(
      separator: "\n")
  }

  /// A block for the frames of an access up to its site; nil if one of them has nothing to match.
  init?(_ frames: [Frame], site: Int, name: String, kind: String) {
    var lines: [Line] = []
    for frame in frames.prefix(site + 1) {
      // A C++ name is printed demangled, but compared mangled.
      if let function = frame.function, function.utf8.allSatisfy({ Self.isC($0) }) {
        lines.append(.function(function))
      } else if let file = frame.fileName, let line = frame.line {
        lines.append(.place(file: String(file), line: line))
      } else if let module = frame.module {
        lines.append(.object(module))
      } else {
        return nil
      }
    }
    if lines.isEmpty { return nil }
    self.name = name
    self.lines = lines
    self.kind = kind
  }

  private static func isC(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
    default: false
    }
  }

  /// Whether it hides a report.
  package func hides(_ detail: DetailedReport) -> Bool {
    guard detail.report.kind.hasTwoSides, let access = detail.report.accesses.first(where: { !$0.isPrevious })
    else {
      return false
    }
    let frames = detail.frames(of: access.stack)
    return frames.count >= lines.count && zip(lines, frames).allSatisfy { $0.holds($1) }
  }
}
