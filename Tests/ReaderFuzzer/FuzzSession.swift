import Foundation

/// Checks inputs one after the other until the time is up.
struct FuzzSession {
  /// The source of the inputs.
  let mutator: Mutator
  /// The folder for inputs that break a promise.
  let finds: String
  /// The time to end.
  let deadline: Date

  /// The seed for choices made while an input is checked.
  private func choices(_ number: Int) -> UInt64 { mutator.seed &* 1_000_003 &+ UInt64(number) }

  /// Checks inputs in this process.
  ///
  /// - Parameter progress: the file that records the current input.
  /// - Returns: whether all promises were kept.
  func work(_ numbers: Range<Int>, progress: String) throws -> Bool {
    var found: [Fault.Promise: Int] = [:]
    var bytes = 0
    var number = numbers.lowerBound
    while number < numbers.upperBound, Date() < deadline {
      try String(number).write(toFile: progress, atomically: false, encoding: .utf8)
      let input = mutator.input(number)
      bytes += input.count
      let choices = choices(number)
      if let fault = InputCheck.faults(input, choices: choices).first {
        found[fault.promise, default: 0] += 1
        // One example is enough to start; a few more show whether it is a single bug.
        if found[fault.promise, default: 0] <= 5 {
          try keep(input, fault, choices, number) { smaller in
            InputCheck.faults(smaller, choices: choices).contains { $0.promise == fault.promise }
          }
        }
      }
      number += 1
    }
    let words = found.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.value) \($0.key.rawValue)" }
    print(
      "racetui-fuzz: seed \(mutator.seed), inputs \(numbers.lowerBound)..<\(number), \(bytes >> 20) MB,",
      "faults: \(words.isEmpty ? "none" : words.joined(separator: ", "))")
    return found.isEmpty
  }

  /// Checks the inputs in another process, and skips any that ends it.
  ///
  /// - Returns: whether all promises were kept.
  func watch(_ numbers: Range<Int>, options: [String]) throws -> Bool {
    let progress = NSTemporaryDirectory() + "/racetui-fuzz-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: progress) }
    var from = numbers.lowerBound
    var isClean = true
    while from < numbers.upperBound, Date() < deadline {
      let limits = [
        "--from", "\(from)", "--seconds", "\(max(0, deadline.timeIntervalSinceNow))", "--progress", progress,
        "--inputs", "\(numbers.upperBound == .max ? .max : numbers.upperBound - from)",
      ]
      let worker = Worker(arguments: limits + options, progress: progress, patience: 120)
      let outcome = try worker.run()
      switch outcome {
      case .exited(let status):
        return isClean && status == 0
      case .signalled, .hung:
        isClean = false
        guard let number = worker.input else { return false }
        try keepFatal(number, outcome)
        from = number + 1
      }
    }
    return isClean
  }

  /// Keeps an input that ended a process.
  private func keepFatal(_ number: Int, _ outcome: Worker.Outcome) throws {
    let path = NSTemporaryDirectory() + "/racetui-fuzz-input-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let choices = choices(number)
    try keep(mutator.input(number), Fault(.survival, "\(outcome)"), choices, number) { smaller in
      guard outcome != .hung, (try? Data(smaller).write(to: URL(fileURLWithPath: path))) != nil else {
        return false
      }
      let worker = Worker(
        arguments: ["--check", path, "--choices", "\(choices)"], progress: path + "-none", patience: 20)
      if case .signalled? = try? worker.run() { return true }
      return false
    }
  }

  /// Minimizes an input and writes it to the folder of finds.
  private func keep(
    _ input: [UInt8], _ fault: Fault, _ choices: UInt64, _ number: Int, _ fails: ([UInt8]) -> Bool
  ) throws {
    var minimizer = Minimizer()
    if fault.promise == .time || fault.promise == .survival { minimizer.tries = 300 }
    let smallest = minimizer.smallest(input, fails)
    try FileManager.default.createDirectory(atPath: finds, withIntermediateDirectories: true)
    let path = "\(finds)/\(fault.promise.rawValue)-\(choices).log"
    try Data(smallest).write(to: URL(fileURLWithPath: path))
    print("\(fault)\n  seed \(mutator.seed), input \(number); \(input.count) bytes, made small in \(path)")
  }
}
