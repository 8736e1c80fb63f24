import Foundation
import Testing

@testable import RaceModel

@Suite struct `Reading a stream` {
  @Test(arguments: ["titan-go1.27", "multi-json", "go-titan-go1.27.utf16le", "none-binary", "none-empty"])
  func `a pipe gives what the file gives`(_ name: String) throws {
    let file = ReadLog(try LogFile.open(Corpus.path(name)))
    let cat = Process()
    cat.executableURL = URL(fileURLWithPath: "/bin/cat")
    cat.arguments = [Corpus.path(name)]
    let pipe = Foundation.Pipe()
    cat.standardOutput = pipe
    try cat.run()
    let stream = ReadLog(try LogFile.open("/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)"))
    cat.waitUntilExit()
    #expect(stream.outline == file.outline)
    #expect(stream.contradictions == [])
    #expect(stream.index.logs.first?.lineCount == file.index.logs.first?.lineCount)
    #expect(stream.index.logs.first?.size == nil)
  }
}
