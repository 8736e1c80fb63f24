internal import RaceSystem

/// What the other files of a package say.
extension SourceWitness {
  /// Under which lock the methods of its type use the field that a racing line writes.
  func guardingLock(_ line: RacingLine, _ logModified: FileTime?) -> FieldGuard? {
    guard line.text.language.isGo, line.operation.writes,
      let target = WriteTarget(line.words, line.text.language), target.chain.count > 1,
      let type = GoFunctionName(line.function).receiver,
      let body = GoFunctionBody(around: line.number, in: line.text),
      body.receiver == target.chain[0], let files = package(of: line.file, logModified)
    else { return nil }
    return FieldGuard(target.chain, of: type, in: files)
  }

  /// The files of a Go package, without its tests; nil where one is too new or cannot be read, or where they are many.
  private func package(of printed: String, _ logModified: FileTime?) -> [(path: String, text: SourceText)]? {
    guard let path = file(printed)?.path, let slash = path.lastIndex(of: "/"),
      let end = printed.lastIndex(of: "/"),
      let folder = try? Folder(reading: String(path[...slash]))
    else { return nil }
    let names = folder.entries.map(\.name).filter { $0.hasSuffix(".go") && !$0.hasSuffix("_test.go") }
    guard names.count <= Self.mostFiles / 2 else { return nil }
    var files: [(path: String, text: SourceText)] = []
    var lines = 0
    for name in names {
      let printed = printed[...end] + name
      guard let file = file(String(printed)), logModified.map({ file.modified.isEdited(after: $0) }) != true
      else {
        return nil
      }
      lines += file.text.lineCount
      if lines > Self.mostLines { return nil }
      files.append((String(printed), file.text))
    }
    return files
  }
}
