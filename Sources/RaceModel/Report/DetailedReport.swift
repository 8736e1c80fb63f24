/// A report and the frames that its stacks refer to.
public struct DetailedReport: Sendable {
  /// The report.
  public let report: Report
  /// The frames of its stacks.
  public let frames: FrameTable

  /// The frames of a stack, innermost first.
  public func frames(of stack: Report.Stack?) -> [Frame] { stack.map { frames.frames(of: $0) } ?? [] }

  /// The frame that represents an access.
  public func site(of access: Access) -> Frame? {
    guard let stack = access.stack, let index = access.siteIndex, index < stack.count else { return nil }
    return frames[stack[index]]
  }
}
