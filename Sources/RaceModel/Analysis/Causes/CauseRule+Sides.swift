extension CauseRule {
  /// How two sites belong together, in words, when both are in the same declared function and one at least in a
  /// closure of it.
  static func closure(_ first: CauseFacts.Side, _ second: CauseFacts.Side) -> String? {
    guard let one = first.site?.function, let two = second.site?.function else { return nil }
    let (name, other) = (GoFunctionName(one), GoFunctionName(two))
    guard name.declared == other.declared, name.isClosure || other.isClosure else { return nil }
    if one == two { return "\(one) is a closure of \(name.declared)" }
    if name.isClosure, other.isClosure { return "\(one) and \(two) are closures of \(name.declared)" }
    return "\(name.isClosure ? one : two) is a closure of \(name.declared)"
  }

  /// Whether a side frees memory.
  static func frees(_ side: CauseFacts.Side) -> Bool {
    side.access.operation == .free || side.calls(["free", "operator delete"])
  }

  /// Whether a side frees memory or destroys a lock.
  static func isDestroying(_ side: CauseFacts.Side) -> Bool {
    frees(side)
      || side.calls(["pthread_mutex_destroy", "pthread_rwlock_destroy", "pthread_cond_destroy"])
  }

  /// Whether a side writes to memory while it is allocated: before that, others used it for something else.
  static func isAllocating(_ side: CauseFacts.Side) -> Bool {
    side.calls(["operator new", "malloc", "calloc", "realloc", "posix_memalign", "aligned_alloc"])
  }

  /// `main.go:26`
  static func place(_ site: Frame?) -> String? {
    guard let file = site?.fileName, let line = site?.line else { return nil }
    return "\(file):\(line)"
  }
}
