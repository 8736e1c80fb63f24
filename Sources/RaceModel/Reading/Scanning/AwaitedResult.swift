/// The line that is waited for below one that blames a test.
struct AwaitedResult: Equatable {
  /// Its stream.
  let stream: TextStream
  /// The line that blames the test. Of a stream that has ended no other line comes.
  let line: Int
  static let reach = 256
}
