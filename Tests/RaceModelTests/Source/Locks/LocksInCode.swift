import Testing

@testable import RaceModel

/// The locks at the line of a file that has `// here`, the last one taken first: `mu_`, with `read` behind those that
/// are held only to read, `once`, `RCU` or `queue` behind what is no lock; `?` for perhaps more, `nothing` where
/// nothing is said.
func locks(in code: String, path: String, isClosure: Bool = false) throws -> String {
  let file = SourceFile(path: path, modified: FileTime(seconds: 1), bytes: Array(code.utf8))
  let text = try #require(SourceText(file))
  let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
  let line = try #require(lines.firstIndex { $0.contains("// here") }) + 1
  guard let locks = LocksAtLine(line, in: text, isClosure: isClosure) else { return "nothing" }
  let names = locks.held.map { lock in
    switch lock.kind {
    case .lock: lock.name + (lock.isRead ? " read" : "")
    case .once: lock.name + " once"
    case .rcu: lock.name + " RCU"
    case .queue: lock.name + " queue"
    }
  }
  return (names + (locks.isWhole ? [] : ["?"])).joined(separator: ", ")
}

/// A function and what is held at its line; the text is the reason.
struct LockCase: CustomTestStringConvertible, Sendable {
  var why: String
  var code: String
  var expected: String

  var testDescription: String { why }

  init(_ why: String, _ expected: String, _ code: String) {
    (self.why, self.expected, self.code) = (why, expected, code)
  }
}
