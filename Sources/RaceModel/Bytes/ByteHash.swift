/// A hash of bytes for tables of one run: eight bytes at a time, mixed by multiplication.
enum ByteHash {
  /// The hash of a range. A random seed prevents logs that are designed to collide.
  static func hash(_ text: Span<UInt8>, _ range: Range<Int>, seed: UInt64) -> UInt64 {
    text.withUnsafeBytes { buffer in
      var hash = seed ^ UInt64(truncatingIfNeeded: range.count)
      var index = range.lowerBound
      if range.count >= 32 {
        // Two at a time, so that one multiplication does not wait for the other.
        var other = ~seed
        while index + 16 <= range.upperBound {
          hash = mix(hash ^ buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self))
          other = mix(other ^ buffer.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self))
          index += 16
        }
        hash = mix(hash) ^ other
      }
      while index + 8 <= range.upperBound {
        hash = mix(hash ^ buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        index += 8
      }
      var tail: UInt64 = 0
      while index < range.upperBound {
        tail = tail << 8 | UInt64(buffer[index])
        index += 1
      }
      return mix(hash ^ tail)
    }
  }

  /// Spreads a number's bits over all of the result.
  @inline(__always)
  static func mix(_ value: UInt64) -> UInt64 {
    let product = (value ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}
