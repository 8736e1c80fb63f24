/// A list whose first two elements need no memory of their own: most races have two sites, one report and one run.
public struct ShortList<Element: Sendable>: RandomAccessCollection, Sendable {
  @usableFromInline var head: Element?
  @usableFromInline var next: Element?
  @usableFromInline var rest: [Element] = []

  /// An empty list.
  @inlinable package init() {}

  /// The elements of a sequence.
  @inlinable
  package init(_ elements: some Sequence<Element>) { for element in elements { append(element) } }

  /// Always 0.
  @inlinable public var startIndex: Int { 0 }

  /// How many elements there are.
  @inlinable public var endIndex: Int { head == nil ? 0 : next == nil ? 1 : 2 + rest.count }

  /// The element at a position.
  @inlinable public subscript(position: Int) -> Element {
    if position == 0, let head { return head }
    if position == 1, let next { return next }
    return rest[position - 2]
  }

  /// Adds an element at the end.
  @inlinable
  package mutating func append(_ element: Element) {
    if head == nil {
      head = element
    } else if next == nil {
      next = element
    } else {
      rest.append(element)
    }
  }

  /// Adds an element before the one at a position.
  @inlinable
  package mutating func insert(_ element: Element, at position: Int) {
    precondition(position <= endIndex, "There is no such position.")
    guard position < 2 else { return rest.insert(element, at: position - 2) }
    let pushed = next
    if position == 0 {
      (head, next) = (element, head)
    } else {
      next = element
    }
    if let pushed { rest.insert(pushed, at: 0) }
  }
}

/// What collections have by default: where that is not specialized, it goes by tables of functions, ten times slower.
extension ShortList {
  /// How many elements there are.
  @inlinable public var count: Int { endIndex }

  /// Whether there are none.
  @inlinable public var isEmpty: Bool { head == nil }

  /// The first element.
  @inlinable public var first: Element? { head }

  /// The last element.
  @inlinable public var last: Element? { rest.last ?? next ?? head }

  /// The elements, one after the other.
  @inlinable public func makeIterator() -> Iterator { Iterator(self) }

  /// Passes through a list.
  public struct Iterator: IteratorProtocol {
    @usableFromInline let list: ShortList
    @usableFromInline var position = 0

    @inlinable init(_ list: ShortList) { self.list = list }

    /// The next element.
    @inlinable public mutating func next() -> Element? {
      guard position < list.endIndex else { return nil }
      defer { position += 1 }
      return list[position]
    }
  }
}
