internal import Glibc
internal import RaceSystem

/// A file as a commit of its repository has it.
package enum CommittedFile {
  /// Why it cannot be had, worded for the person who asked.
  package struct Failure: Error, Hashable, CustomStringConvertible {
    /// The cause.
    package let description: String
  }

  /// Reads a file of a branch, a tag or a commit; nil when that has no such file.
  ///
  /// - Parameters:
  ///   - path: the file in the working tree, whether it is there or not.
  ///   - reference: the branch, the tag or the commit.
  ///   - largest: bytes at most.
  package static func read(_ path: String, of reference: String, largest: Int) throws(Failure) -> String? {
    guard !reference.hasPrefix("-"), !reference.isEmpty, !path.utf8.contains(0), !reference.utf8.contains(0)
    else {
      throw Failure(description: "\(reference) names no commit")
    }
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(path[..<$0]) } ?? "."
    let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
    // A branch that another one was made from need not have the folder that the file is in.
    var existing = folder.isEmpty ? "/" : folder
    var inner = name
    while access(existing, F_OK) != 0, let slash = existing.lastIndex(of: "/"), slash > existing.startIndex {
      inner = existing[existing.index(after: slash)...] + "/" + inner
      existing = String(existing[..<slash])
    }
    let commit = try git(["rev-parse", "--verify", "--quiet", "\(reference)^{commit}"], existing, 100)
    guard let status = commit.status else { throw Failure(description: "git took too long") }
    guard status == 0 else {
      throw Failure(description: "\(reference) names no commit of the repository that \(path) is in")
    }
    // A clone without the contents of files has their names: only these tell that a commit has no such file.
    let listed = try git(["ls-tree", "--name-only", reference, "--", inner], existing, 1 << 16)
    guard listed.status == 0 else { throw Failure(description: "git cannot list the files of \(reference)") }
    if listed.output.isEmpty { return nil }
    let shown = try git(["cat-file", "blob", "\(reference):./\(inner)"], existing, largest)
    if shown.isCut { throw Failure(description: "\(path) of \(reference) is larger than \(largest) bytes") }
    guard shown.status == 0 else { throw Failure(description: "git cannot read \(path) of \(reference)") }
    return String(decoding: shown.output, as: UTF8.self)
  }

  private static func git(_ arguments: [String], _ folder: String, _ limit: Int) throws(Failure)
    -> ChildProgram.Outcome
  {
    do throws(SystemError) {
      return try Repository.git(arguments, in: folder, limit: limit)
    } catch {
      throw Failure(description: "git cannot be started: \(error)")
    }
  }
}
