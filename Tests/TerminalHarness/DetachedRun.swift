import Glibc

/// A program run to its end without any terminal, as from cron or a CI job.
public struct DetachedRun: Sendable {
  /// The exit status, or the negative number of the signal that ended it.
  public let status: Int32
  /// The contents of standard output.
  public let output: String
  /// The contents of standard error.
  public let errors: String

  /// Runs a program in a new session, so that it has no `/dev/tty`. For the options' input, `terminal` means empty
  /// input, and `pipe` a pipe that supplies `text`.
  public init(
    _ program: String, _ arguments: [String] = [], _ options: LaunchOptions = LaunchOptions(),
    text: String = ""
  ) throws(HarnessError) {
    let output = try Pipe()
    let errors = try Pipe()
    var input: ChildProcess.Descriptor = .path("/dev/null", flags: O_RDONLY)
    var pipe: Pipe?
    switch options.input {
    case .terminal: break
    case .file(let path): input = .path(path, flags: O_RDONLY)
    case .pipe:
      let opened = try Pipe()
      pipe = opened
      input = .ours(opened.readEnd)
    }
    let child = try ChildProcess.start(
      program, arguments, options, [(0, input), (1, .ours(output.writeEnd)), (2, .ours(errors.writeEnd))])
    close(output.writeEnd)
    close(errors.writeEnd)
    if let pipe { close(pipe.readEnd) }
    let collected = Self.exchange(
      text: Array(text.utf8), input: pipe?.writeEnd ?? -1, outputs: [output.readEnd, errors.readEnd])
    self.output = String(decoding: collected[0], as: UTF8.self)
    self.errors = String(decoding: collected[1], as: UTF8.self)
    status = try Self.end(of: child)
  }

  /// Reads and writes at the same time until the outputs end, so that neither side waits for the other.
  private static func exchange(text: [UInt8], input: Int32, outputs: [Int32]) -> [[UInt8]] {
    var rest = text[...]
    var watched = [pollfd(fd: input, events: Int16(POLLOUT), revents: 0)]
    watched += outputs.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var collected = outputs.map { _ in [UInt8]() }
    let deadline = ContinuousClock.now + .seconds(60)
    while watched.dropFirst().contains(where: { $0.fd >= 0 }), ContinuousClock.now < deadline {
      guard poll(&watched, nfds_t(watched.count), 1000) > 0 else { continue }
      if watched[0].revents != 0 {
        // No more than a pipe takes without blocking.
        let part = rest.prefix(4096)
        let count = part.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
        rest = count > 0 ? rest.dropFirst(count) : []
        if rest.isEmpty {
          close(input)
          watched[0].fd = -1
        }
      }
      for index in outputs.indices where watched[index + 1].revents != 0 {
        let bytes = [UInt8](unsafeUninitializedCapacity: 65536) { buffer, count in
          count = max(0, read(outputs[index], buffer.baseAddress, buffer.count))
        }
        collected[index] += bytes
        if bytes.isEmpty {
          close(outputs[index])
          watched[index + 1].fd = -1
        }
      }
    }
    if watched[0].fd >= 0 { close(input) }
    return collected
  }

  private static func end(of child: ChildProcess) throws(HarnessError) -> Int32 {
    let deadline = ContinuousClock.now + .seconds(20)
    while ContinuousClock.now < deadline {
      if let status = child.ended() { return status }
      poll(nil, 0, 1)
    }
    child.destroy()
    throw HarnessError(description: "the program did not end")
  }
}
