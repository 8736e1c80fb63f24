internal import GrammarExamples

/// Changes made by programs that carry logs.
extension Mutation {
  private static let prefixes = [
    "  ", "\t", "> ", "> > ", "api-1  | ", "worker-12 | ", "+", "#12 0.345 ", "2024-08-09T01:45:13.1234567Z ",
    "2024-08-09T01:45:13.123456789Z stderr F ", "[    1.234567] ", "[   12.000001][ T123] ", "==99== ",
    "\u{1B}[36mapi |\u{1B}[0m ", "<4>", "//shop:test 12:", "* ", "日本 ",
  ]

  func wrap(_ bytes: inout [UInt8], _ other: [UInt8], _ generator: inout SeededGenerator) {
    let lines = Self.lines(bytes)
    switch self {
    case .prefixLines:
      let prefix = Self.prefix(&generator)
      bytes = Array(lines.map { prefix + $0 }.joined())
    case .countLines:
      let mark = Array([": ", "-", "\t", " | "][Int.random(in: 0..<4, using: &generator)].utf8)
      bytes = Array(lines.enumerated().map { Array(String($0).utf8) + mark + $1 }.joined())
    case .interleave: bytes = Self.interleaved(lines, Self.lines(other), &generator)
    case .interleaveWithPrefixes:
      let (first, second) = (Self.prefix(&generator), Self.prefix(&generator))
      bytes = Self.interleaved(
        lines.map { first + $0 }.map { $0[...] }, Self.lines(other).map { second + $0 }.map { $0[...] },
        &generator)
    case .wrapTestEvents:
      bytes = Self.wrapped(
        lines, before: "{\"Action\":\"output\",\"Package\":\"p/q\",\"Test\":\"TestA\",\"Output\":\"",
        after: "\"}\n")
    case .wrapDockerLog:
      bytes = Self.wrapped(
        lines, before: "{\"log\":\"", after: "\",\"stream\":\"stderr\",\"time\":\"2024-08-09T01:45:13.1Z\"}\n"
      )
    case .escapeAll: bytes = Self.escaped(bytes[...])
    case .stripBlankLines: bytes = Array(lines.filter { $0.contains { $0 > 0x20 } }.joined())
    case .stripIndentation: bytes = Array(lines.map { $0.drop { $0 == 0x20 || $0 == 0x09 } }.joined())
    case .doubleSpace: bytes = Array(lines.joined(separator: [0x0A]))
    case .carriageReturns:
      bytes = Array(lines.map { $0.last == 0x0A ? $0.dropLast() + [0x0D, 0x0A] : $0 }.joined())
    case .wrapColumns: bytes = Self.broken(lines, at: Int.random(in: 8...100, using: &generator))
    case .encodeUTF16:
      // Rare, because it hides all other changes.
      guard generator.oneIn(8) else { return }
      bytes =
        [0xFF, 0xFE]
        + String(decoding: bytes, as: UTF8.self).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    default: break
    }
  }

  private static func prefix(_ generator: inout SeededGenerator) -> [UInt8] {
    Array(prefixes[Int.random(in: prefixes.indices, using: &generator)].utf8)
  }

  /// The lines of two logs, each in its own order.
  private static func interleaved(
    _ first: [ArraySlice<UInt8>], _ second: [ArraySlice<UInt8>], _ generator: inout SeededGenerator
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    var (left, right) = (first[...], second[...])
    while !left.isEmpty || !right.isEmpty {
      let takesLeft = right.isEmpty || (!left.isEmpty && Bool.random(using: &generator))
      if let line = takesLeft ? left.popFirst() : right.popFirst() { bytes += line }
    }
    return bytes
  }

  private static func wrapped(_ lines: [ArraySlice<UInt8>], before: String, after: String) -> [UInt8] {
    Array(lines.map { Array(before.utf8) + escaped($0) + Array(after.utf8) }.joined())
  }

  /// A text as escaped in a JSON string.
  private static func escaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in text {
      switch byte {
      case 0x0A: bytes += Array("\\n".utf8)
      case 0x09: bytes += Array("\\t".utf8)
      case 0x22, 0x5C: bytes += [0x5C, byte]
      case 0x3C: bytes += Array("\\u003c".utf8)
      case ..<0x20:
        bytes +=
          Array("\\u00".utf8) + Array(String(byte / 16).utf8) + Array(String(byte % 16, radix: 16).utf8)
      default: bytes.append(byte)
      }
    }
    return bytes
  }

  private static func broken(_ lines: [ArraySlice<UInt8>], at columns: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for line in lines {
      var rest = line
      while rest.count > columns {
        bytes += rest.prefix(columns) + [0x0A]
        rest = rest.dropFirst(columns)
      }
      bytes += rest
    }
    return bytes
  }
}
