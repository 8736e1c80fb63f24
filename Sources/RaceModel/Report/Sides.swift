/// A value for each of the two sides.
public struct Sides<Value> {
  /// That of the access that was caught.
  public var a: Value
  /// That of the other access.
  public var b: Value

  /// Both values.
  public init(_ a: Value, _ b: Value) {
    self.a = a
    self.b = b
  }

  /// The results of a function for the sides, A first.
  public init(_ value: (Side) -> Value) { self.init(value(.a), value(.b)) }

  /// The value of a side.
  public subscript(side: Side) -> Value {
    get { side == .a ? a : b }
    // In place, so that an array of a side is not copied to grow.
    _modify { if side == .a { yield &a } else { yield &b } }
  }

  /// Both values, A first.
  public var both: [Value] { [a, b] }

  /// The results of a function for both values.
  public func map<Other>(_ transform: (Value) -> Other) -> Sides<Other> {
    Sides<Other>(transform(a), transform(b))
  }
}

extension Sides: Sendable where Value: Sendable {}
extension Sides: Equatable where Value: Equatable {}
extension Sides: Hashable where Value: Hashable {}
