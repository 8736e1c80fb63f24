internal import RaceModel

/// How the screens ended.
struct Ending {
  /// The exit status that the end itself asks for: 0 when the user quit.
  var status: Int32
  /// The inputs that could not be read to their end.
  var failures: [InputError] = []
}
