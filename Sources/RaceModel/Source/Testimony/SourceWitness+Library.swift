/// Objects of Go's standard library that both sides use, each by a line of the program.
extension SourceWitness {
  /// A line of the program that uses such an object.
  private struct Use {
    /// The type whose method made the access: `bytes.Buffer`.
    let type: String
    /// The line.
    let line: RacingLine
    /// The object, where the line itself calls a method of the type; nil where a function on the way does.
    let object: CalledObject?
  }

  /// The object that one line calls a method of, and that the other line names as well: `buf` of `buf.Reset()` beside
  /// `fmt.Fprintf(buf, s)`; nil where the lines do not tell.
  func libraryObject(_ detail: DetailedReport, _ logModified: FileTime?) -> WrittenName? {
    guard let a = use(.a, detail, logModified), let b = use(.b, detail, logModified), a.type == b.type else {
      return nil
    }
    let lines = Sides(a.line, b.line)
    for (use, other) in [(a, b), (b, a)] {
      guard let object = use.object, let name = object.chain.last else { continue }
      if let second = other.object { return second.chain.last == name ? WrittenName(object, lines) : nil }
      if other.line.words.contains(where: { $0.kind == .identifier && $0.text == name }) {
        return WrittenName(object, lines)
      }
    }
    return nil
  }

  private func use(_ side: Side, _ detail: DetailedReport, _ logModified: FileTime?) -> Use? {
    guard let access = detail.report.access(side), let index = access.siteIndex else { return nil }
    let frames = detail.frames(of: access.stack)
    guard frames.indices.contains(index), let type = Self.type(of: frames[index]),
      let caller = frames[index...].firstIndex(where: { !Self.isOfLibrary($0) }), caller > index,
      !frames[caller].isPlumbing, let function = frames[caller].function, let file = frames[caller].file,
      let number = frames[caller].line, let text = text(of: frames[caller], logModified)
    else { return nil }
    let line = RacingLine(
      text: text, function: function, file: file, number: number,
      statement: SourceStatement(number, in: text),
      operation: .write, isDirect: false, container: nil)
    let outermost = frames[caller - 1]
    let isMethod = Self.type(of: outermost) == type
    let object = isMethod ? outermost.function.flatMap { CalledObject(line, calls: $0) } : nil
    return Use(type: type, line: line, object: object)
  }

  /// Whether a frame is in a file of Go's standard library.
  static func isOfLibrary(_ frame: Frame) -> Bool {
    frame.file.map { GoPath.standardLibrary($0) != nil } == true
  }

  /// `bytes.Buffer` of `bytes.(*Buffer).Reset`; nil of other functions than methods of the library.
  private static func type(of frame: Frame) -> String? {
    guard isOfLibrary(frame), let function = frame.function else { return nil }
    let name = GoFunctionName(function)
    return name.receiver.map { "\(name.package).\($0)" }
  }
}
