/// For each of several writers of one log, the test that it announced last, see `LineWriter`.
struct TestWriters {
  private struct Writer {
    var name: [UInt8]
    var during: TestIDs
  }

  /// Of more writers those that announced a test last.
  private static let most = 32

  private var all: [Writer] = []
  /// The writer of the last announcement; empty where its line has none.
  private var last: [UInt8] = []

  init() {}

  /// Takes note of a writer's announcement.
  mutating func add(_ name: [UInt8], _ during: TestIDs) {
    last = name
    all.removeAll { $0.name == name }
    if all.count == Self.most { all.removeFirst() }
    all.append(Writer(name: name, during: during))
  }

  /// The same where others announce the test than its writer: ctest's `Start 3: NAME`.
  mutating func add(unwritten name: [UInt8], _ during: TestIDs) {
    add(name, during)
    last = []
  }

  /// Takes note of an announcement that none of the writers has printed.
  mutating func forget() { self = TestWriters() }

  /// The test of the writer of a line, where somebody else has printed the last announcement; nil where that one counts.
  func during(_ bytes: Span<UInt8>, _ line: Range<Int>) -> TestIDs? {
    guard !last.isEmpty, let writer = LineWriter.name(bytes, line).map({ bytes.bytes($0) }), writer != last
    else { return nil }
    if let own = during(of: writer) { return own }
    // A writer that announces nothing runs none of the others' tests.
    return LineWriter.isName(last) && LineWriter.isName(writer) ? TestIDs.none : nil
  }

  /// The test that the writer of a line announced last; nil where none did.
  func own(_ bytes: Span<UInt8>, _ line: Range<Int>) -> TestIDs? {
    all.isEmpty ? nil : LineWriter.name(bytes, line).flatMap { during(of: bytes.bytes($0)) }
  }

  private func during(of writer: [UInt8]) -> TestIDs? { all.last { $0.name == writer }?.during }
}
