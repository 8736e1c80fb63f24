/// Texts in the service messages of TeamCity.
extension LogScanner {
  /// Reads the lines of the text in a message.
  ///
  /// - Returns: whether the line was one.
  mutating func readMessage(_ bytes: Span<UInt8>, _ line: LogLine) -> Bool {
    guard let message = TeamCityMessage(bytes, line.range) else { return false }
    var text = TeamCityMessage.unescape(bytes, message.text)
    if text.last != 0x0A { text.append(0x0A) }
    if let test = message.test {
      let name = TeamCityMessage.unescape(bytes, test)
      announced.set(test: naming.symbols.intern(name.span, 0..<name.count))
    }
    readLines(text.span, LineOrigin(), line.extent)
    // Its reports have their tests.
    findings.opened = nil
    return true
  }
}
