internal import RaceModel
internal import RaceView

/// Asks installed programs what mangled names stand for, on a thread of its own.
enum NameReading {
  /// Asks about names, and posts the answer.
  static func demangle(_ names: [String], into mailbox: Mailbox<Event>) {
    BackgroundThread.start { mailbox.post(.demangled(Demangler.demangle(names))) }
  }
}
