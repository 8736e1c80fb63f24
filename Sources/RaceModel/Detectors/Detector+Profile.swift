extension Detector {
  /// The detector of that name; nil when there is none.
  public init?(named name: String) {
    guard let found = Detectors.all.first(where: { $0.name == name }) else { return nil }
    self = found.detector
  }

  /// What the detector is and does.
  package var profile: DetectorProfile {
    for position in Detectors.all.indices where Detectors.all[position].detector == self {
      return Detectors.all[position]
    }
    preconditionFailure("\(name) is missing in Detectors.all.")
  }
}
