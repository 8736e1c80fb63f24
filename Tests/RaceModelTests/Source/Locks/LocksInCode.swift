import Testing

@testable import RaceModel

/// The locks at the line with `// here`, last taken first: `mu_`, followed by `read` if held only for reading, or by
/// `once`, `RCU` or `queue` if not a lock; `?` if there may be more, `nothing` if nothing is known.
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

/// A function and the locks held at its line; `text` gives the reason.
struct LockCase: CustomTestStringConvertible, Sendable {
  var why: String
  var code: String
  var expected: String

  var testDescription: String { why }

  init(_ why: String, _ expected: String, _ code: String) {
    (self.why, self.expected, self.code) = (why, expected, code)
  }
}
