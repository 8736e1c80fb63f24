import Glibc
import Synchronization

/// The controlling side of a pseudo-terminal, as held by a terminal emulator.
final class PseudoTerminal {
  /// The device that a program opens as its terminal.
  let path: String
  private var controller: Int32

  init(columns: Int, rows: Int) throws(HarnessError) {
    var name = [CChar](repeating: 0, count: 64)
    var size = Self.size(columns: columns, rows: rows)
    let opened: Int32? = ChildProcess.lock.withLock { _ in
      var ours: Int32 = -1
      var theirs: Int32 = -1
      guard openpty(&ours, &theirs, &name, nil, &size) == 0 else { return nil }
      close(theirs)
      _ = fcntl(ours, F_SETFD, FD_CLOEXEC)
      return ours
    }
    guard let opened else {
      throw HarnessError(description: "no pseudo-terminal: \(String(cString: strerror(errno)))")
    }
    controller = opened
    path = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { hangUp() }

  /// The program's output, after at most the given milliseconds; nil for none.
  func read(milliseconds: Int32) -> [UInt8]? {
    // After a hang-up the descriptor is always readable, so an empty read sleeps below.
    var watched = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
    guard poll(&watched, 1, milliseconds) > 0 else { return nil }
    let bytes = [UInt8](unsafeUninitializedCapacity: 65536) { buffer, count in
      count = max(0, Glibc.read(controller, buffer.baseAddress, buffer.count))
    }
    if bytes.isEmpty { poll(nil, 0, milliseconds) }
    return bytes.isEmpty ? nil : bytes
  }

  /// Types.
  func write(_ bytes: some Sequence<UInt8>) { writeAll(bytes, to: controller) }

  /// Changes the size of the window; the kernel notifies the foreground processes.
  func resize(columns: Int, rows: Int) {
    var size = Self.size(columns: columns, rows: rows)
    _ = ioctl(controller, UInt(TIOCSWINSZ), &size)
  }

  /// Sends a signal to the foreground processes, if there are any.
  func signalForeground(_ number: Int32) {
    let group = tcgetpgrp(controller)
    if group > 1 { kill(-group, number) }
  }

  /// The modes of the line, which both sides share.
  var modes: termios {
    // C also writes the padding at the end, for which a Swift variable has no room.
    withUnsafeTemporaryAllocation(of: termios.self, capacity: 1) { modes in
      modes.initialize(repeating: termios())
      tcgetattr(controller, modes.baseAddress)
      return modes[0]
    }
  }

  /// Disconnects, as a closed window does.
  func hangUp() {
    if controller >= 0 { close(controller) }
    controller = -1
  }

  private static func size(columns: Int, rows: Int) -> winsize {
    winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
  }
}
