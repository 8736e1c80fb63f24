internal import Glibc
internal import RaceSystem

/// Who last changed a line, as git knows it.
package struct SourceBlame: Hashable, Sendable {
  /// The commit's whole name, in hexadecimal digits; nil when the line is not committed yet.
  package let commit: String?
  /// The author's name; nil when the line is not committed yet.
  package let author: String?
  /// When the author wrote it, in seconds since the beginning of 1970, UTC; nil when that is not known
  /// or the line is not committed yet.
  package let time: Int?
  /// The first line of the commit's message; nil when the line is not committed yet.
  package let summary: String?

  /// The commit's name as short as git writes it in its own lists.
  package var shortCommit: Substring? { commit?.prefix(8) }

  /// Asks git about a line of a file, counted from 1. It can take as long as git reads history.
  package static func of(_ path: String, line: Int) throws(SourceBlameError) -> SourceBlame {
    // git knows the file by the folder it is really in.
    guard let file = FileName.resolved(path) else { throw .failed("\(path) is gone") }
    let name = String(file.utf8.split(separator: UInt8(ascii: "/")).last.map { Substring($0) } ?? "")
    let folder = String(decoding: file.utf8.dropLast(name.utf8.count), as: UTF8.self)
    let filters: [Repository.Setting]
    do throws(Repository.Refusal) {
      filters = try Repository.withoutFilters(in: folder)
    } catch {
      throw SourceBlameError(error)
    }
    let outcome: ChildProgram.Outcome
    do throws(SystemError) {
      outcome = try Repository.git(
        ["blame", "-L", "\(line),\(line)", "--porcelain", "--no-textconv", "--", name], in: folder,
        configuration: filters, joinsErrors: true, limit: 1 << 20)
    } catch {
      // The filters' names are part of what a program is started with, and there is a limit to that.
      throw SourceBlameError(error.code == E2BIG ? .unknownPrograms(.tooMany) : .notStarted(error))
    }
    let text = String(decoding: outcome.output, as: UTF8.self)
    guard let status = outcome.status else { throw .failed("git took too long") }
    guard status == 0 else { throw SourceBlameError(git: text, name: name, line: line) }
    guard let blame = parse(text) else { throw .failed("git printed nothing about the line") }
    return blame
  }

  /// Reads what `git blame --porcelain` prints for one line; nil when it is something else.
  package static func parse(_ porcelain: String) -> SourceBlame? {
    let lines = porcelain.split(separator: "\n", omittingEmptySubsequences: false)
    // Warnings may stand before it.
    guard let first = lines.firstIndex(where: { isHeader($0) }) else { return nil }
    let commit = lines[first].prefix { $0 != " " }
    var fields: [Substring: String] = [:]
    for line in lines[(first + 1)...] {
      // A tab precedes the line itself.
      guard !line.hasPrefix("\t") else { break }
      let name = line.prefix { $0 != " " }
      if fields[name] == nil { fields[name] = clean(line.dropFirst(name.count + 1)) }
    }
    guard commit.contains(where: { $0 != "0" }) else {
      return SourceBlame(commit: nil, author: nil, time: nil, summary: nil)
    }
    return SourceBlame(
      commit: String(commit), author: fields["author"], time: fields["author-time"].flatMap { Int($0) },
      summary: fields["summary"])
  }

  /// Whether a line is a commit's name and two or three numbers. SHA-256 makes longer names.
  private static func isHeader(_ line: Substring) -> Bool {
    let words = line.split(separator: " ")
    guard words.count == 3 || words.count == 4, let commit = words.first else { return false }
    return [40, 64].contains(commit.utf8.count) && commit.utf8.allSatisfy { hexDigit($0) != nil }
      && words.dropFirst().allSatisfy { Int($0) != nil }
  }

  /// A commit's words are someone else's.
  private static func clean(_ text: Substring) -> String? {
    let bytes = Array(text.utf8)
    var clean: [UInt8] = []
    TextCleaning.clean(bytes.span, 0..<bytes.count, into: &clean)
    return clean.isEmpty ? nil : String(decoding: clean, as: UTF8.self).replacingHarmful()
  }
}
