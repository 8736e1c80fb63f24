import Testing

@testable import RaceModel

/// Numbers of threads that a tracker made addresses of.
@Suite struct LinkedThreadTests {
  private func isIn(_ line: [UInt8]) -> Bool {
    LinkedThread.isIn(line.span, 0..<line.count, LineMarks(line.span, 0..<line.count))
  }

  @Test(arguments: [
    ("by thread https://github.com/shop/shop/issues/1", "by thread #1"),
    ("Thread https://gitlab.com/shop/shop/-/issues/12 was created", "Thread #12 was created"),
    ("by thread https://github.com/shop/shop/pull/3:", "by thread #3:"),
    ("by thread shop/shop#2", "by thread #2"),
    ("thread shop/a#2 and thread https://h/o/r/issues/3, after", "thread #2 and thread #3, after"),
  ])
  func `are numbers again`(_ line: String, _ text: String) {
    let bytes = Array(line.utf8)
    #expect(isIn(bytes))
    #expect(String(decoding: LinkedThread.undone(bytes), as: UTF8.self) == text)
  }

  @Test(arguments: [
    "by thread #1", "by thread 3", "thread https://github.com/shop/shop", "thread https://h/o/r/commit/12",
    "see https://github.com/shop/shop/issues/1", "thread x#1", "thread ", "read https://h/o/r/issues/1",
    "thread https://h/o/r/issues/", "",
  ])
  func `other addresses stay`(_ line: String) {
    let bytes = Array(line.utf8)
    #expect(!isIn(bytes))
    #expect(LinkedThread.undone(bytes) == bytes)
  }
}
