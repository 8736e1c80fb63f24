internal import Glibc

/// An installed program whose output is read.
package struct ChildProgram: Sendable {
  /// The output of a program.
  package struct Outcome: Sendable {
    /// Its exit status; nil if it was ended because it took too long or printed too much.
    package var status: Int32?
    /// The bytes of its standard output, up to the limit.
    package var output: [UInt8]
    /// Whether there was more output than requested.
    package var isCut: Bool
  }

  /// Where its standard output can be read.
  package let output: FileDescriptor
  private let process: ChildProcess

  /// Starts a program that is looked up in `PATH` unless its name holds a slash.
  ///
  /// - Parameters:
  ///   - input: its standard input; nil for none.
  ///   - environment: its environment variables.
  ///   - joinsErrors: whether its standard error comes with the output; otherwise it is dropped, because it
  ///     would damage the screen.
  package static func start(
    _ program: String, _ arguments: [String], input: FileDescriptor? = nil,
    environment: ChildEnvironment = .own,
    joinsErrors: Bool = false
  ) throws(SystemError) -> ChildProgram {
    let pipe = try Pipe()
    let setup = ChildProcess.Setup(
      input: input?.number, output: pipe.input.number, errors: joinsErrors ? pipe.input.number : nil,
      environment: environment)
    return ChildProgram(output: pipe.output, process: try ChildProcess(program, arguments, setup))
  }

  /// Waits for the program, whose output was read to its end.
  ///
  /// - Parameter deadline: how long to wait; nil for ever.
  /// - Returns: its exit status, or 128 plus the number of the signal that ended it; nil if it is still
  ///   running, or was waited for before.
  package func finish(by deadline: ContinuousClock.Instant? = nil) -> Int32? {
    switch process.wait(until: deadline) {
    case .exited(let status): status
    case .signalled(let signal): 128 + signal
    case nil: nil
    }
  }

  /// Ends the program and drops unread output.
  package func stop() { process.stop() }

  /// Runs a program to its end and takes its output.
  ///
  /// - Parameters:
  ///   - input: its standard input; nil for none.
  ///   - limit: bytes of output after which the program is ended.
  ///   - seconds: time after which it is ended.
  package static func run(
    _ program: String, _ arguments: [String], input: FileDescriptor? = nil,
    environment: ChildEnvironment = .own,
    joinsErrors: Bool = false, limit: Int, seconds: Int
  ) throws(SystemError) -> Outcome {
    let child = try start(
      program, arguments, input: input, environment: environment, joinsErrors: joinsErrors)
    var bytes: [UInt8] = []
    let deadline = ContinuousClock.now + .seconds(seconds)
    let isWhole = child.read(into: &bytes, limit: limit, deadline: deadline)
    // A program may close its output and go on.
    let status = isWhole ? child.finish(by: deadline) : nil
    if status == nil { child.stop() }
    let isCut = bytes.count > limit
    return Outcome(
      status: status, output: isCut ? Array(bytes.prefix(limit)) : bytes, isCut: isCut)
  }

  /// Reads the output to its end; false if the limit or the time is reached first.
  private func read(into bytes: inout [UInt8], limit: Int, deadline: ContinuousClock.Instant) -> Bool {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let rest = (deadline - .now) / .milliseconds(1)
      guard rest > 0, output.waitToRead(milliseconds: Int32(clamping: Int(rest.rounded(.up)))) else {
        return false
      }
      let count = try? piece.withUnsafeMutableBytes { (buffer) throws(SystemError) in
        try output.read(into: buffer)
      }
      guard let count else { return false }
      if count == 0 { return true }
      bytes += piece.prefix(count)
    }
    return false
  }
}

extension FileDescriptor {
  /// Waits until there is something to read, or the end.
  ///
  /// - Returns: false when nothing came in time.
  package func waitToRead(milliseconds: Int32) -> Bool {
    let end = ContinuousClock.now + .milliseconds(Int64(milliseconds))
    while true {
      var entry = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
      let left = max(0, Int32(clamping: Int(((end - .now) / .milliseconds(1)).rounded(.up))))
      let ready = poll(&entry, 1, left)
      if ready > 0 { return true }
      if ready == 0 || errno != EINTR { return false }
    }
  }
}
