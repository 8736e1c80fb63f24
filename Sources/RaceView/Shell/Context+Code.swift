package import RaceModel
package import RaceText
internal import RaceWork

/// The code that frames name.
extension Context {
  /// The place of the code of a frame in the open report; nil if the frame names none.
  package func codePlace(_ frame: Frame?) -> CodePlace? {
    guard let report, let frame, let file = frame.file, let line = frame.line, line > 0 else { return nil }
    return CodePlace(file: file, line: line, log: Int(report.entry.log))
  }

  /// The line of code of a frame, without its indent; nil while it is unknown.
  func codeLine(_ frame: Frame) -> CodeExcerpt.Line? {
    guard let place = codePlace(frame) else { return nil }
    return model.code[place]?.excerpt?.lines.first { $0.number == place.line }
  }

  /// Requests the code of places that were not requested yet.
  mutating func wantCode(_ places: [CodePlace]) {
    let missing = model.code.want(places)
    if !missing.isEmpty { ask(.code(missing)) }
  }
}
