internal import RaceSystem

/// The source of the bytes of a log that is copied while it is read.
enum LogStream: Sendable {
  /// A compressed file.
  enum Packed: Sendable {
    case file(ReopenableFile)
    /// Standard input.
    case input(FileDescriptor)
  }

  /// A named pipe that nobody has opened yet.
  case unopened
  /// A pipe, or standard input that has to be decoded.
  case plain(FileDescriptor)
  /// A file that has to be decoded, and how much of it was read.
  case encoded(ReopenableFile, at: Int)
  /// A compressed file that is not being read yet.
  case packed(Compression, Packed)
  /// The output of a program for a compressed file.
  case unpacking(Decompressor)
  /// A log that could not be opened.
  case failed(InputError)
  /// Everything was read.
  case ended

  /// The source of the next bytes.
  enum Reading {
    case nothing
    case stream(FileDescriptor)
    case file(ReopenableFile, at: Int)
    case program(Decompressor)

    /// The program to wait for.
    var decompressor: Decompressor? { if case .program(let program) = self { program } else { nil } }

    /// Reads the next bytes; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
      switch self {
      case .nothing: 0
      case .stream(let file): try file.read(into: buffer)
      case .file(let file, let offset): try file.opened().read(into: buffer, at: offset)
      case .program(let program): try program.output.read(into: buffer)
      }
    }
  }

  /// The descriptor to read from. A program that unpacks the log is started at the first read.
  ///
  /// - Parameter name: the log's name.
  mutating func start(_ name: String) throws(InputError) -> Reading {
    switch self {
    case .unopened, .ended: return .nothing
    case .plain(let file): return .stream(file)
    case .encoded(let file, let offset): return .file(file, at: offset)
    case .unpacking(let program): return .program(program)
    case .failed(let error): throw error
    case .packed(let compression, let packed):
      let file: FileDescriptor
      do throws(SystemError) {
        switch packed {
        case .file(let reopenable): file = try reopenable.opened()
        case .input(let input): file = input
        }
      } catch {
        throw InputError(name: name, error)
      }
      let program = try Decompressor.start(compression, input: file, name: name)
      self = .unpacking(program)
      return .program(program)
    }
  }

  /// Records how many bytes were read; 0 at the end, where descriptors are closed.
  mutating func pass(_ count: Int) {
    if count == 0 {
      self = .ended
    } else if case .encoded(let file, let offset) = self {
      self = .encoded(file, at: offset + count)
    }
  }
}
