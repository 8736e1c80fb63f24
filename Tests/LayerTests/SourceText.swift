import Foundation

/// A Swift file as far as layers need it: the types that it declares and the names that it uses.
struct SourceText {
  /// The types that are declared at the file's top level.
  let declared: Set<String>
  /// All types that are declared anywhere in the file.
  private let allDeclared: Set<String>
  /// The names that begin with a capital and are no members of others.
  private let mentioned: Set<String>

  /// The types of other files that it may use.
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
