import Foundation

/// Folders in the order of their dependencies. Swift imports modules, not folders, so type names show which folders a
/// folder uses.
struct Layers {
  /// A folder that uses one above it or is missing from the order.
  struct Fault: Hashable, CustomStringConvertible {
    var file: String
    var description: String
  }

  private let order: [String: Int]

  /// Reads `scripts/layers.txt`: one layer per line, the lowest first, `#` before a comment. Folders on one line may
  /// use each other.
  init(_ list: String) {
    let layers = list.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { $0.split(separator: " ") }
    order = Dictionary(
      layers.enumerated().flatMap { layer in layer.element.map { (String($0), layer.offset) } }
    ) { first, _ in first }
  }

  /// The faults in files, given by their paths below `Sources`.
  func faults(in files: [String: String]) -> [Fault] {
    let texts = files.mapValues { SourceText($0) }
    var folders: [String: Set<String>] = [:]
    for (file, text) in texts {
      for name in text.declared { folders[name, default: []].insert(Self.folder(file)) }
    }
    return texts.keys.sorted().flatMap { file -> [Fault] in
      guard let own = order[Self.folder(file)] else {
        return [Fault(file: file, description: "\(Self.folder(file)) is not in scripts/layers.txt")]
      }
      return (texts[file]?.used ?? []).sorted().compactMap { name in
        // If several folders declare a name, the one meant is unknown.
        guard let homes = folders[name], homes.count == 1, let home = homes.first, let above = order[home],
          above > own
        else { return nil }
        return Fault(file: file, description: "uses \(name) of \(home), which is above \(Self.folder(file))")
      }
    }
  }

  private static func folder(_ file: String) -> String { (file as NSString).deletingLastPathComponent }
}
