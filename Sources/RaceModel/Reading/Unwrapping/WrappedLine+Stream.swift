/// What tells the stream of a record from others.
extension WrappedLine {
  /// Whether the record names a pod or a container: the output of several may be in one log.
  var namesContainer: Bool { pod != nil || container != nil }

  /// Appends all that tells its stream.
  func appendStream(_ bytes: Span<UInt8>, to key: inout [UInt8]) {
    key.append(bytes, stream)
    key.append(0)
    if let pod { key.append(bytes, pod) }
    key.append(0)
    if let container { key.append(bytes, container) }
  }

  /// Whether another record of the same bytes is of the same stream.
  func isOfSameStream(as other: WrappedLine, _ bytes: Span<UInt8>) -> Bool {
    bytes.bytes(stream) == bytes.bytes(other.stream)
      && pod.map({ bytes.bytes($0) }) == other.pod.map({ bytes.bytes($0) })
      && container.map({ bytes.bytes($0) }) == other.container.map({ bytes.bytes($0) })
  }

  /// The pod that an object names, or one in it.
  static func pod(_ bytes: Span<UInt8>, _ object: Range<Int>) -> Range<Int>? {
    guard bytes.first("\"pod", in: object) != nil else { return nil }
    return JSONText.stringField("\"pod_name\":", in: bytes, object) ?? name("\"pod\":", bytes, object)
  }

  /// The container that it names.
  static func container(_ bytes: Span<UInt8>, _ object: Range<Int>) -> Range<Int>? {
    guard bytes.first("\"container", in: object) != nil else { return nil }
    return JSONText.stringField("\"container_name\":", in: bytes, object)
      ?? name("\"container\":", bytes, object)
      ?? JSONText.stringField("\"container_id\":", in: bytes, object)
  }

  /// The name in a field, or that of the object in it.
  private static func name(
    _ field: StaticString, _ bytes: Span<UInt8>, _ object: Range<Int>
  ) -> Range<Int>? {
    if let name = JSONText.stringField(field, in: bytes, object) { return name }
    guard let found = bytes.first(field, in: object) else { return nil }
    var open = found + field.utf8CodeUnitCount
    while open < object.upperBound, bytes[open] == 0x20 { open += 1 }
    guard bytes.has("{", at: open, end: object.upperBound),
      let close = bytes.first(UInt8(ascii: "}"), in: open..<object.upperBound)
    else { return nil }
    return JSONText.stringField("\"id\":", in: bytes, open..<close)
      ?? JSONText.stringField("\"name\":", in: bytes, open..<close)
  }
}
