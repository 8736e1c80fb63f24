internal import CMalloc

/// How the program takes memory from the system.
package enum Allocation {
  /// Returns the memory of large arrays as soon as they are freed: an index of very many races grows by being moved,
  /// and would otherwise be in memory twice.
  package static func returnLargeBlocks() { racetui_return_blocks(1 << 18) }
}
