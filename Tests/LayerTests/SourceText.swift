import Foundation

/// The parts of a Swift file that layers need: the types it declares and the names it uses.
struct SourceText {
  /// The types declared at the file's top level.
  let declared: Set<String>
  /// All types declared in the file.
  private let allDeclared: Set<String>
  /// The names that begin with a capital and are not members.
  private let mentioned: Set<String>

  /// Types of other files that this file may use.
  var used: Set<String> { mentioned.subtracting(allDeclared) }

  init(_ text: String) {
    let code = Self.withoutCommentsAndStrings(text)
    declared = Set(code.matches(of: Self.declaration).filter { $0.1.isEmpty }.map { String($0.2) })
    allDeclared = Set(code.matches(of: Self.declaration).map { String($0.2) })
    mentioned = Set(code.matches(of: Self.name).map { String($0.2) })
  }

  private static var declaration: Regex<(Substring, Substring, Substring)> {
    #/(?m)^([ ]*)(?:(?:package|public|private|fileprivate|final|indirect)\s+)*(?:struct|enum|class|protocol|actor|typealias)\s+([A-Z]\w*)/#
  }

  private static var name: Regex<(Substring, Substring, Substring)> { #/(?m)(^|[^\w.])([A-Z]\w*)/# }

  private static func withoutCommentsAndStrings(_ text: String) -> String {
    text.replacing(#/"""[\s\S]*?"""/#, with: "").replacing(#/"(?:[^"\\\n]|\\.)*"/#, with: "")
      .replacing(#/\/\/[^\n]*/#, with: "").replacing(#/(?m)^\s*(?:\w+ )?import .*$/#, with: "")
  }
}
