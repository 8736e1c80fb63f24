internal import CByteSearch

/// Many short texts in one buffer in lower case, so that all of them are searched at once at the speed of
/// memory.
package struct WordPool: Sendable {
  private var bytes: [UInt8] = []
  private var starts: [Int32] = []

  /// An empty pool.
  package init() {}

  /// How many texts there are.
  package var count: Int { starts.count }

  /// How many bytes they take.
  package var byteCount: Int { bytes.count + starts.count * 4 }

  /// Adds a text.
  package mutating func append(_ text: String) {
    starts.append(Int32(bytes.count))
    for byte in text.utf8 { bytes.append(byte &- 0x41 < 26 ? byte | 0x20 : byte) }
    // No needle holds it.
    bytes.append(0)
  }

  /// Calls a function with the number of each text that holds a needle, in order.
  ///
  /// - Parameters:
  ///   - needle: bytes in lower case, without a NUL byte.
  ///   - first: the first text to search.
  package func forEach(holding needle: [UInt8], from first: Int, _ body: (Int) -> Void) {
    guard !needle.isEmpty, starts.indices.contains(first) else { return }
    bytes.withUnsafeBufferPointer { buffer in
      var number = first
      var place = Int(starts[first])
      while place < buffer.count {
        let found = first_text(buffer.baseAddress, place, buffer.count, needle, needle.count)
        guard found < buffer.count else { return }
        number = self.number(at: found, from: number)
        body(number)
        number += 1
        guard number < starts.count else { return }
        place = Int(starts[number])
      }
    }
  }

  /// The text of a byte, at or after a text: searched in growing steps, because hits are often close.
  private func number(at offset: Int, from first: Int) -> Int {
    var step = 1
    var low = first
    while low + step < starts.count, Int(starts[low + step]) <= offset {
      low += step
      step *= 2
    }
    var high = min(starts.count, low + step)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
