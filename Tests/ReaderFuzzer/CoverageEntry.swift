#if LIBFUZZER
  /// The entry point for libFuzzer, which searches for inputs that reach new code.
  @_cdecl("LLVMFuzzerTestOneInput")
  public func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let faults = InputCheck.faults(bytes, choices: UInt64(count))
    precondition(faults.isEmpty, faults.map(\.description).joined(separator: "\n"))
    return 0
  }
#endif
