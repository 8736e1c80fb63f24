extension Dictionary where Value == Int {
  /// The number of a key; `next`, from now on, for one without a number. One look-up does for finding and for adding.
  @inlinable package mutating func number(of key: Self.Key, next: Int) -> Int {
    { (known: inout Int) in known }(&self[key, default: next])
  }
}
