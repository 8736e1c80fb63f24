internal import GrammarExamples
import RaceModel

/// Reads an input in every way and looks for broken promises.
enum InputCheck {
  /// The faults of an input.
  ///
  /// - Parameter choices: the seed for sizes of pieces, keys and terminal sizes.
  static func faults(_ bytes: [UInt8], choices: UInt64) -> [Fault] {
    var generator = SeededGenerator(seed: choices)
    do {
      guard let scratch = ScratchLog(bytes) else { return [] }
      let file = try scratch.open()
      let clock = WorkClock()
      let log = ReadLog(file, with: LogReader())
      guard log.index.failures.isEmpty else { return [] }
      var faults: [Fault] = []
      func checkTime(_ what: String) {
        if clock.seconds > WorkClock.allowance(bytes: bytes.count) {
          faults.append(Fault(.time, "\(what) takes \(clock.seconds) s for \(bytes.count) bytes"))
        }
      }
      checkTime("reading")
      let reading = ReadingCheck(log: log, byteCount: bytes.count)
      faults += try reading.faults(scratch, using: &generator)
      faults += try GrowthCheck(log: log, bytes: bytes).faults(using: &generator)
      // The next checks take time for each report.
      guard log.index.reports.count <= 2000 else { return faults }
      faults += try ExportCheck(log: log).faults()
      var screens = ScreenCheck(log, using: &generator)
      screens.run(events: log.index.reports.isEmpty ? 4 : 40, using: &generator)
      return faults + screens.faults
    } catch {
      return [Fault(.survival, "\(error)")]
    }
  }
}
