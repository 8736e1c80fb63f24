package import RaceModel

/// How names are shown where room is scarce. The detail line always has them whole.
package enum FrameWords {
  /// A Go function without the directories of its package: `owner.(*mockManager).SetOwnerOpValue` for
  /// `github.com/pingcap/tidb/owner.(*mockManager).SetOwnerOpValue`. Type arguments keep theirs; of Rust's older names
  /// the hash goes, which another build has not; names of other languages are left alone.
  package static func short(_ function: String) -> String {
    let function = LegacyRustName.decoded(function)
    let start =
      function.utf8.withContiguousStorageIfAvailable { shortStart($0) }
      ?? Array(function.utf8).withUnsafeBufferPointer(shortStart)
    return start == 0 ? function : String(function.utf8.dropFirst(start)) ?? function
  }

  /// Where the short form of a name begins: after the last slash of its package.
  private static func shortStart(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    var start = 0
    var before: UInt8 = 0
    for (position, byte) in name.enumerated() {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "<"), UInt8(ascii: "{"), UInt8(ascii: " "):
        return start
      // A name of C++, Rust or Swift: a slash in it is an operator, or in a path of its own.
      case UInt8(ascii: ":") where before == byte: return 0
      case UInt8(ascii: "/"):
        start = name[..<position].suffix(8).elementsEqual("operator".utf8) ? 0 : position + 1
      default: break
      }
      before = byte
    }
    return start
  }

  /// A function's name in `width` columns: shortened by the syntax of its language, where it must be.
  package static func fitted(_ function: String, _ width: Int, _ ellipsis: Unicode.Scalar) -> String {
    guard Fitting.columns(function) > width else { return function }
    // Of a mangled name that does not fit, nothing would be left that a person can read.
    let name = ItaniumName.decoded(DecodedName.of(function))
    if let selector = SelectorName(name) { return selector.fitted(width, ellipsis) }
    return FunctionName(name)?.fitted(width, ellipsis) ?? Fitting.middle(name, width, ellipsis)
  }

  /// A function and its place in `width` columns. The directories of the function's package go first, then those of the
  /// file, then parts of the name by the syntax of its language; the file's name and the line stay.
  ///
  /// - Parameters:
  ///   - function: its whole name.
  ///   - path: the whole path, or another place in full.
  ///   - place: the place in short: `mock.go:22`.
  package static func fitted(
    _ function: String, at path: String, orAt place: String, _ width: Int, _ glyphs: Glyphs
  ) -> String {
    let whole = path.isEmpty ? function : "\(function)  \(path)"
    guard Fitting.columns(whole) > width, !place.isEmpty else {
      return path.isEmpty ? fitted(function, width, glyphs.ellipsis) : whole
    }
    let name = short(function)
    let room = width - Fitting.columns(name) - 2
    if room >= Fitting.columns(place) + 4 { return "\(name)  \(Fitting.middle(path, room, glyphs.ellipsis))" }
    return fitted(name, max(1, width - Fitting.columns(place) - 2), glyphs.ellipsis) + "  \(place)"
  }

  /// The first of some names, and how many others there are: `TestRateFeed +2`; nil where there is none.
  package static func first(of names: [String]) -> String? {
    names.first.map { names.count > 1 ? "\($0) +\(names.count - 1)" : $0 }
  }

  /// A frame's function for a narrow column.
  package static func function(_ frame: Frame) -> String { frame.function.map(short) ?? "?" }

  /// `mock.go:111`, as far as known.
  package static func place(file: String?, line: Int?) -> String {
    guard let file else { return "?" }
    let name = String(lastComponent(file))
    return line.map { "\(name):\($0)" } ?? name
  }

  /// A place in `width` columns: the line is kept, the file's name is shortened in its middle.
  package static func place(file: String?, line: Int?, width: Int, _ glyphs: Glyphs) -> String {
    let whole = place(file: file, line: line)
    guard Fitting.columns(whole) > width, let file else { return Fitting.end(whole, width, glyphs.ellipsis) }
    let number = line.map { ":\($0)" } ?? ""
    let room = width - number.utf8.count
    guard room > 2 else { return Fitting.end(whole, width, glyphs.ellipsis) }
    return Fitting.middle(String(lastComponent(file)), room, glyphs.ellipsis) + number
  }

  /// Columns for a frame's place in a row: two fifths of it, or what the function leaves.
  ///
  /// - Parameters:
  ///   - room: columns of the row.
  ///   - gap: columns between the function and the place.
  package static func placeWidth(in room: Int, beside function: String, gap: Int) -> Int {
    max(8, min(28, room * 2 / 5), room - gap - Fitting.columns(function))
  }

  /// `mock.go:111,118`: a place with all lines that occurred, the first three of them.
  package static func place(file: String?, lines: [Int], width: Int, _ glyphs: Glyphs) -> String {
    guard lines.count > 1, let file else { return place(file: file, line: lines.first, width: width, glyphs) }
    return place(file: file, numbers: ":", lines.sorted(), width: width, glyphs)
  }

  /// The last component of a path and numbers behind it, the first three of them.
  private static func place(
    file: String, numbers mark: String, _ sorted: [some CustomStringConvertible], width: Int, _ glyphs: Glyphs
  ) -> String {
    let more = sorted.count > 3 ? String(glyphs.ellipsis) : ""
    let numbers = mark + sorted.prefix(3).map(\.description).joined(separator: ",") + more
    let name = String(lastComponent(file))
    let room = width - Fitting.columns(numbers)
    return room > 2
      ? Fitting.middle(name, room, glyphs.ellipsis) + numbers
      : Fitting.end(name + numbers, width, glyphs.ellipsis)
  }

  /// Where a site is: its file and the lines; a function without a file is told by its binary or library, and
  /// has no place where that is not known either. A site that was not symbolized has its offset in place of lines.
  package static func place(
    _ site: Site, lines: [Int], width: Int = .max / 2, _ glyphs: Glyphs
  ) -> String {
    if let file = site.file, let offset = site.offset {
      return place(file: file, numbers: "+", [offset], width: width, glyphs)
    }
    if site.file == nil, let module = site.module {
      return Fitting.middle(String(lastComponent(module)), width, glyphs.ellipsis)
    }
    if site.file == nil, site.function != nil { return "" }
    return place(file: site.file, lines: lines, width: width, glyphs)
  }

  /// Where a site is, at the line that was seen first.
  package static func place(_ site: Site, width: Int = .max / 2, _ glyphs: Glyphs) -> String {
    place(site, lines: [site.line].compactMap(\.self), width: width, glyphs)
  }

  /// Where a frame is, in `width` columns: its file and line; without a file the place in its module
  /// or, for the kernel, in its function.
  package static func place(_ frame: Frame, width: Int, _ glyphs: Glyphs) -> String {
    guard frame.file == nil, let place = codePlace(frame) else {
      return place(file: frame.file, line: frame.line, width: width, glyphs)
    }
    return Fitting.middle(place, width, glyphs.ellipsis)
  }

  /// `libc.so.6+0x2a1f0`, or `+0x8e [mill]` as the kernel prints it; nil when neither is known.
  private static func codePlace(_ frame: Frame) -> String? {
    let module = frame.module.map { String(lastComponent($0)) }
    if let module, let offset = frame.moduleOffset { return "\(module)+\(offset)" }
    guard let offset = frame.offset else { return module }
    return "+\(offset)" + (module.map { " [\($0)]" } ?? "")
  }

  /// A frame in a sentence: its function; of one that was not symbolized the place in its module.
  package static func inSentence(_ frame: Frame) -> String {
    frame.function.map(inSentence) ?? codePlace(frame) ?? "?"
  }

  /// A function in a sentence, which a name of hundreds of letters would hide.
  package static func inSentence(_ function: String) -> String {
    let name = short(function)
    return Fitting.columns(name) <= longestInSentence ? name : FunctionName(name)?.brief ?? name
  }

  private static let longestInSentence = 80

  /// `main.run()`: a function as a call, unless its name has its parameters, as those of C++ do.
  private static func call(_ function: String) -> String {
    let hasParameters = function.hasSuffix(")") || function.hasSuffix(") const")
    return hasParameters ? function : function + "()"
  }

  /// Everything that is known of a frame, for the detail line.
  ///
  /// - Parameter name: what its function is called instead of the printed name.
  package static func whole(_ frame: Frame, called name: String? = nil) -> String {
    var text = name ?? frame.function.map { call(LegacyRustName.decoded($0)) } ?? "? (not symbolized)"
    if let file = frame.file { text += "  " + file + (frame.line.map { ":\($0)" } ?? "") }
    if let offset = frame.offset { text += " +\(offset)" }
    guard let module = frame.module else { return text }
    return text + "  in \(module)" + (frame.moduleOffset.map { "+\($0)" } ?? "")
  }
}
