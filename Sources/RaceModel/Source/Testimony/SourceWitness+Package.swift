internal import RaceSystem

/// What the other files of a package say.
extension SourceWitness {
  /// How the methods of its type use the field that a racing line writes.
  func fieldUses(_ line: RacingLine, _ logModified: FileTime?) -> FieldUses? {
    guard line.text.language.isGo, line.operation.writes,
      let target = WriteTarget(line.words, line.text.language), target.chain.count > 1,
      let type = GoFunctionName(line.function).receiver,
      let body = GoFunctionBody(around: line.number, in: line.text),
      body.receiver == target.chain[0], let files = package(of: line.file, logModified)
    else { return nil }
    return FieldUses(target.chain, of: type, in: files)
  }

  /// The channels of a file's package that keep out all but one; none where the package cannot be read.
  func gates(of printed: String, _ text: SourceText, _ logModified: FileTime?) -> GoGates {
    GoGates(package(of: printed, logModified).map { files in files.map(\.text) + [text] } ?? [])
  }

  /// The variable of a loop that a race is on; nil where the module's language version gives each round its own.
  func loopVariable(_ lines: Sides<RacingLine>) -> LoopVariable? {
    guard let found = LoopVariable(lines) else { return nil }
    let version =
      found.isOfLoop ? file(lines.a.file).flatMap { GoModule.languageVersion(above: $0.path) } : nil
    return version.map { $0 >= GoModule.ownVariables } == true ? nil : found
  }

  /// Whether the package of a racing line declares a method of a type with its receiver by value, and no other of the name.
  func isByValue(_ method: String, of type: String, beside line: RacingLine, _ logModified: FileTime?) -> Bool
  {
    let files = package(of: line.file, logModified)?.map(\.text) ?? []
    let heads = (files + [line.text]).flatMap { text in
      (1..<(text.lineCount + 1)).map { text.words($0) }.filter { words in
        words.count > 6 && words[0].text == "func" && words[0].start == 0 && words[1].isSign("(")
          && words[2].kind == .identifier && (words[3].text == type || words[4].text == type)
          && words.contains { $0.text == method }
      }
    }
    return !heads.isEmpty
      && heads.allSatisfy { $0[3].text == type && $0[4].isSign(")") && $0[5].text == method }
  }

  /// The declaration of a struct in a file's package; nil where there is none, or where the package cannot be read.
  func structure(_ name: String, in printed: String, _ text: SourceText, _ logModified: FileTime?)
    -> GoStructure?
  {
    GoStructure(name, in: text)
      ?? package(of: printed, logModified)?.lazy.compactMap { GoStructure(name, in: $0.text) }.first
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
