internal import Glibc
internal import RaceSystem

/// A file of source text, read whole.
package struct SourceFile: Sendable {
  /// Bytes of a file that is read at most.
  package static let largest = 8 << 20

  /// Where it was read.
  package let path: String
  /// When it was last changed.
  package let modified: FileTime
  private let content: [UInt8]
  /// Where each line begins in `content`, and after them where one more would.
  private let starts: [Int]

  /// How many lines the file has; a line end at its end begins none.
  package var lineCount: Int { starts.count - 1 }

  /// Reads the file at `path`. A pipe, a device or a folder is not opened, or closed unread.
  package init(reading path: String, largest: Int = SourceFile.largest) throws(SourceFileError) {
    guard !path.utf8.contains(0) else { throw SourceFileError(path, errno: ENOENT) }
    // Opening alone can do something to a device.
    if let kind = FileStatus.of(path), !kind.isRegular { throw .notRegular(path) }
    // Between the two looks it may have become a pipe, which must not keep us waiting.
    let (modified, bytes) = try Self.contents(path, largest: largest)
    self.init(path: path, modified: FileTime(modified), bytes: bytes)
  }

  private static func contents(
    _ path: String, largest: Int
  ) throws(SourceFileError) -> (modified: timespec, bytes: [UInt8]) {
    do {
      let file = try FileDescriptor.open(path, flags: O_NONBLOCK | O_NOCTTY)
      guard let kind = file.status, kind.isRegular else { throw SourceFileError.notRegular(path) }
      guard kind.size <= largest else { throw SourceFileError.tooLarge(path, bytes: kind.size) }
      return (kind.modified, try file.read(upTo: kind.size))
    } catch let error as SourceFileError {
      throw error
    } catch let error as SystemError {
      throw SourceFileError(path, errno: error.code)
    } catch {
      // Nothing else is thrown.
      throw SourceFileError(path, errno: EIO)
    }
  }

  /// A file with that content.
  package init(path: String, modified: FileTime, bytes: [UInt8]) {
    self.path = path
    self.modified = modified
    var content = bytes
    if var decoder = UTF16Decoder(mark: bytes) {
      content = decoder.decode(bytes)
    } else if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      content.removeFirst(3)
    }
    var starts = [0]
    let span = content.span
    while let end = span.first(0x0A, in: starts[starts.count - 1]..<span.count) { starts.append(end + 1) }
    // The rest without a line end is a line too.
    if starts[starts.count - 1] < content.count { starts.append(content.count + 1) }
    self.content = content
    self.starts = starts
  }

  /// The bytes of a line, counted from 1, as they are in the file without their line end; nil where
  /// the file has no such line.
  package func bytes(ofLine number: Int) -> ArraySlice<UInt8>? {
    guard number >= 1, number <= lineCount else { return nil }
    let line = content[starts[number - 1]..<(starts[number] - 1)]
    return line.last == 0x0D ? line.dropLast() : line
  }

  /// Whether a text occurs anywhere in the file.
  func contains(_ text: StaticString) -> Bool { content.span.first(text, in: 0..<content.count) != nil }

  /// A line, counted from 1, as it can be shown: control characters but tabs, characters that turn the
  /// direction of text and invalid UTF-8 are U+FFFD. Nil where the file has no such line.
  ///
  /// Nothing is taken out as it is from a log's lines: what a terminal would hide (before a carriage
  /// return, inside an escape sequence) a compiler still sees.
  package func text(ofLine number: Int) -> String? {
    guard let line = bytes(ofLine: number) else { return nil }
    return String(decoding: line, as: UTF8.self).replacingHarmful()
  }
}
