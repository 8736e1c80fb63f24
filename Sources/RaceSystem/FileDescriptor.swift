internal import Glibc

/// An open file, pipe or device. It is closed with its last owner, and started programs do not inherit it.
package final class FileDescriptor: Sendable {
  /// The system's number for it.
  package let number: Int32

  /// Takes over an open descriptor.
  package init(owning number: Int32) { self.number = number }

  deinit { close(number) }

  /// Opens a path for reading.
  ///
  /// - Parameter flags: additional flags, such as `O_NONBLOCK`.
  package static func open(_ path: String, flags: Int32 = 0) throws(SystemError) -> FileDescriptor {
    // The system would read a name only up to a NUL.
    if path.utf8.contains(0) { throw SystemError(ENOENT) }
    return FileDescriptor(
      owning: try SystemCall.opening {
        FileName.withCString(path) { Glibc.open($0, O_RDONLY | O_CLOEXEC | flags) }
      })
  }

  /// Another descriptor for the same file, above the standard ones.
  package static func copy(of number: Int32) throws(SystemError) -> FileDescriptor {
    FileDescriptor(owning: try SystemCall.opening { fcntl(number, F_DUPFD_CLOEXEC, 3) })
  }

  /// The next bytes; 0 at the end.
  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    try SystemCall.retrying { Glibc.read(number, buffer.baseAddress, buffer.count) }
  }

  /// The bytes at an offset; 0 at the end.
  package func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(SystemError) -> Int {
    try SystemCall.retrying { pread(number, buffer.baseAddress, buffer.count, off_t(offset)) }
  }

  /// The first bytes of a file, up to a number or to its end.
  package func read(upTo count: Int) throws(SystemError) -> [UInt8] {
    try filled(count) { buffer, offset throws(SystemError) in try self.read(into: buffer, at: offset) }
  }

  /// The next bytes of a file or a pipe, up to a number or to its end.
  package func readOn(upTo count: Int) throws(SystemError) -> [UInt8] {
    try filled(count) { buffer, _ throws(SystemError) in try self.read(into: buffer) }
  }

  private func filled(
    _ count: Int, _ read: (UnsafeMutableRawBufferPointer, Int) throws(SystemError) -> Int
  ) throws(SystemError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let read = try bytes.withUnsafeMutableBufferPointer { (buffer) throws(SystemError) in
        try read(
          UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[filled...])), filled)
      }
      if read == 0 { break }
      filled += read
    }
    bytes.removeSubrange(filled...)
    return bytes
  }

  /// Writes bytes at an offset without moving the read position.
  package func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let count = try SystemCall.retrying {
        pwrite(number, bytes.baseAddress.map { $0 + written }, bytes.count - written, off_t(offset + written))
      }
      if count == 0 { throw SystemError(ENOSPC) }
      written += count
    }
  }

  /// Writes all bytes to a descriptor, at its present position.
  package static func write(_ bytes: UnsafeRawBufferPointer, to number: Int32) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let count = try SystemCall.retrying {
        Glibc.write(number, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count == 0 { throw SystemError(ENOSPC) }
      written += count
    }
  }

  /// Goes back to the beginning of a file.
  package func rewind() { _ = lseek(number, 0, SEEK_SET) }

  /// What the system knows about it.
  package var status: FileStatus? {
    var info = stat()
    return fstat(number, &info) == 0 ? FileStatus(info) : nil
  }
}
