/// Going through rows, on whatever screen.
enum Motion: Equatable {
  /// By so many rows; negative is up.
  case by(Int)
  /// To the first row.
  case top
  /// To the last row.
  case bottom

  /// The motion that an action asks for, nil when it asks for something else.
  init?(_ action: Action, times: Int, page: Int) {
    let page = max(1, page - 1)
    switch action {
    case .down: self = .by(times)
    case .up: self = .by(-times)
    case .pageDown: self = .by(times * page)
    case .pageUp: self = .by(-times * page)
    case .halfPageDown: self = .by(times * max(1, page / 2))
    case .halfPageUp: self = .by(-times * max(1, page / 2))
    case .top: self = .top
    case .bottom: self = .bottom
    default: return nil
    }
  }

  /// The row it leads to among `count` rows.
  func target(from row: Int, count: Int) -> Int {
    let target =
      switch self {
      case .by(let rows): row + rows
      case .top: 0
      case .bottom: count - 1
      }
    return max(0, min(target, count - 1))
  }
}
