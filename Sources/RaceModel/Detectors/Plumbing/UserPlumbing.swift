/// The user's own rules for what is plumbing. They hold for all detectors and go before the detectors'
/// tables; where several hold for a frame, the last one counts.
public struct UserPlumbing: Hashable, Sendable {
  /// No rules: the detectors' tables alone.
  public static let none = UserPlumbing([])

  /// The rules, the one that counts most last.
  public let rules: [UserPlumbingRule]

  /// Rules, the one that counts most last.
  public init(_ rules: [UserPlumbingRule]) { self.rules = rules }

  /// Whether a frame is plumbing: by these rules, else by the detector's own.
  func isPlumbing(
    _ frame: FrameNames, in text: Span<UInt8>, otherwise detector: FrameTest
  ) -> Bool {
    // Nearly always there are no rules.
    guard !rules.isEmpty, let rule = rules.last(where: { $0.holds(frame, in: text) }) else {
      return detector(frame, text)
    }
    return rule.isPlumbing
  }
}
