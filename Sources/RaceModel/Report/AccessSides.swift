extension Sides where Value == Int? {
  /// Which access of a report is on which side, by its position: they are printed A first. A lone previous
  /// access is B.
  static func accesses(count: Int, isFirstPrevious: Bool) -> Sides {
    if count == 1, isFirstPrevious { return Sides(nil, 0) }
    return Sides(count > 0 ? 0 : nil, count > 1 ? 1 : nil)
  }
}

extension Report {
  /// The position of the access of a side; nil if it is not in the log.
  public func position(of side: Side) -> Int? {
    Sides.accesses(count: accesses.count, isFirstPrevious: accesses.first?.isPrevious == true)[side]
  }

  /// The access of a side; nil if it is not in the log.
  public func access(_ side: Side) -> Access? { position(of: side).map { accesses[$0] } }
}
