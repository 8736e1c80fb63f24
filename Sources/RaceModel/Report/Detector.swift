/// Which tool printed a report: a number in the list of all detectors, one byte in an index of many reports.
public struct Detector: Hashable, Sendable, CustomStringConvertible {
  /// Its position in `Detectors.all`.
  let position: UInt8

  /// The detector of that name; nil when there is none.
  public init?(named name: String) {
    guard let found = Detectors.all.firstIndex(where: { $0.name == name }) else { return nil }
    position = UInt8(found)
  }

  /// The detector with that profile, which is in the list.
  init(_ profile: DetectorProfile) {
    guard let detector = Detector(named: profile.name) else {
      preconditionFailure("\(profile.name) is missing in Detectors.all")
    }
    self = detector
  }

  /// What the detector is and does.
  public var profile: DetectorProfile { Detectors.all[Int(position)] }

  /// Its name in the export and in the keys of races, such as `go`.
  public var name: String { profile.name }

  /// Its name.
  public var description: String { name }
}
