internal import ArgumentParser
internal import RaceModel

/// How the screens ended.
struct Ending {
  /// The exit status for the end itself: 0 when the user quit.
  var status: Int32
  /// Whether the user wants to reload all logs.
  var wantsReload = false
  /// The message about an unexpected end.
  var cause: String?
  /// The inputs that could not be read to their end.
  var failures: [InputError] = []

  /// The end when nothing can be read.
  static let noThread = Ending(
    status: Status.systemFailed.rawValue,
    cause: "no thread or file descriptor is left to read with")
}
