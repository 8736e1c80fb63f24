internal import Glibc
internal import Synchronization

/// A copy of a stream that can be read by position.
///
/// All copies are in one file that nobody else can see, so that very many need one descriptor. They take at
/// most half of the free space on its file system.
package final class SpooledCopy: Sendable {
  private struct State {
    /// Where its bytes are.
    var blocks: [Int] = []
    /// How many there are.
    var count = 0
  }

  private let spool: Spool
  private let state = Mutex(State())

  /// An empty copy, in the folder for temporary files.
  package init() throws(SystemError) { spool = try Spool.shared() }

  deinit { spool.takeBack(state.withLock { $0.blocks }) }

  /// Appends bytes. One thread appends, any may read.
  ///
  /// - Throws: `ENOSPC` when half of the free space is taken, or the system's error.
  package func append(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let end = state.withLock { $0.count }
      let place = end % Spool.blockSize
      let piece = rest.prefix(Spool.blockSize - place)
      let block: Int
      if let begun = self.block(at: end) { block = begun } else { block = try newBlock() }
      try spool.file.write(UnsafeRawBufferPointer(rebasing: piece), at: block * Spool.blockSize + place)
      state.withLock { $0.count += piece.count }
      rest = rest.dropFirst(piece.count)
    }
  }

  /// The bytes at an offset; 0 after the last.
  package func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(SystemError) -> Int {
    let left = state.withLock { $0.count } - offset
    guard left > 0, let block = block(at: offset) else { return 0 }
    let place = offset % Spool.blockSize
    let count = min(buffer.count, left, Spool.blockSize - place)
    return try spool.file.read(
      into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<count]), at: block * Spool.blockSize + place)
  }

  private func block(at offset: Int) -> Int? {
    state.withLock { state in
      let position = offset / Spool.blockSize
      return position < state.blocks.count ? state.blocks[position] : nil
    }
  }

  private func newBlock() throws(SystemError) -> Int {
    let block = try spool.block()
    state.withLock { $0.blocks.append(block) }
    return block
  }
}

/// The file that copies of streams are in, block by block.
private final class Spool: Sendable {
  /// Blocks are not filled up, because bytes that were never written take no space.
  static let blockSize = 1 << 20

  private struct Blocks {
    var used = 0
    var free: [Int] = []
  }

  /// The spool of all copies, removed with the last of them.
  private struct Current {
    weak var spool: Spool?
  }

  private static let current = Mutex(Current())

  let file: FileDescriptor
  private let blocks = Mutex(Blocks())

  private init() throws(SystemError) { file = try SpoolFile.open() }

  static func shared() throws(SystemError) -> Spool {
    try current.withLock { (current) throws(SystemError) in
      if let spool = current.spool { return spool }
      let spool = try Spool()
      current.spool = spool
      return spool
    }
  }

  /// An unused block.
  func block() throws(SystemError) -> Int {
    try blocks.withLock { (blocks) throws(SystemError) in
      if let block = blocks.free.popLast() { return block }
      if let free = file.freeSpace, free < blocks.used * Self.blockSize { throw SystemError(ENOSPC) }
      defer { blocks.used += 1 }
      return blocks.used
    }
  }

  /// Takes back blocks that a copy no longer needs.
  func takeBack(_ unused: [Int]) { blocks.withLock { $0.free += unused } }
}

extension FileDescriptor {
  /// How many bytes its file system has left for this user; nil if unknown.
  fileprivate var freeSpace: Int? {
    var info = statvfs()
    guard fstatvfs(number, &info) == 0 else { return nil }
    return Int(
      clamping: UInt64(info.f_bavail).multipliedReportingOverflow(by: UInt64(info.f_frsize)).partialValue)
  }
}
