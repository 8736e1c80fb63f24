internal import ArgumentParser
internal import RaceModel

/// How the screens ended.
struct Ending {
  /// The exit status that the end itself asks for: 0 when the user quit.
  var status: Int32
  /// Whether the user wants all logs to be read anew.
  var wantsReload = false
  /// What to say of an end that nobody asked for.
  var cause: String?
  /// The inputs that could not be read to their end.
  var failures: [InputError] = []

  /// The end when nothing can be read.
  static let noThread = Ending(
    status: Status.systemFailed.rawValue,
    cause: "the system has no thread, or no descriptor, left to read with")
}
