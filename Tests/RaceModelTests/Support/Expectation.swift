import Foundation

@testable import RaceModel

/// The expected reports of a corpus log, found by a reader that shares no code with this package.
struct Expectation: Decodable {
  struct Frame: Decodable {
    var function: String?
    var file: String?
    var line: Int?
  }

  struct Access: Decodable {
    var operation: String
    var previous: Bool
    var address: String?
    /// `main`, or the goroutine's number.
    var thread: String
    var frames: Int
    var first: Frame?
  }

  struct Creation: Decodable {
    var thread: String
    var frames: Int
    var first: Frame?
  }

  struct Report: Decodable {
    var line: Int?
    var title: String?
    var package: String?
    var test: String?
    var accesses: [Access]
    var creations: [Creation]
  }

  var count: Int
  var reports: [Report]?
  /// A log with the same reports at other lines.
  var like: String?
}

/// The logs of the corpus beside these tests.
enum Corpus {
  static var folder: URL { Bundle.module.bundleURL.appendingPathComponent("Corpus") }

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".log") }.map { String($0.dropLast(4)) }.sorted()
  }()

  /// Some of the programs that printed the logs, in one folder each.
  static var programFolder: String { Bundle.module.bundleURL.appendingPathComponent("Programs").path }

  /// The names of these programs.
  static let programs: Set<String> = Set(
    (try? FileManager.default.contentsOfDirectory(atPath: programFolder)) ?? [])

  static func path(_ name: String) -> String { folder.appendingPathComponent(name + ".log").path }

  static func expectation(_ name: String) throws -> Expectation {
    let data = try Data(contentsOf: folder.appendingPathComponent(name + ".json"))
    var expectation = try JSONDecoder().decode(Expectation.self, from: data)
    if let like = expectation.like {
      expectation.reports = try Self.expectation(like).reports?.map { report in
        var report = report
        report.line = nil
        return report
      }
    }
    return expectation
  }
}

extension Expectation.Report {
  /// The differences between a report and this expectation.
  ///
  /// - Parameter slack: the number of frames that a stack may be off by, for a log cut within a line.
  func differences(_ detailed: DetailedReport, slack: Int) -> [String] {
    var found: [String] = []
    let report = detailed.report
    func compare<Value: Equatable>(_ what: String, _ got: Value, _ want: Value) {
      if got != want { found.append("\(what) is \(got), expected \(want)") }
    }
    func compare(_ what: String, _ stack: [Frame], _ count: Int, _ first: Expectation.Frame?) {
      if abs(stack.count - count) > slack { compare("\(what): number of frames", stack.count, count) }
      guard let first, let frame = stack.first else { return }
      compare("\(what): function", frame.function, first.function)
      compare("\(what): file", frame.fileName.map(String.init), first.file)
      compare("\(what): line", frame.line, first.line)
    }
    if let line { compare("title's line", report.lines.lowerBound, line) }
    compare("title", report.title, title)
    if let package {
      compare("package", report.printedDuring?.package, package)
      compare("test", report.printedDuring?.test, test)
    }
    compare("number of accesses", report.accesses.count, accesses.count)
    for (index, (access, want)) in zip(report.accesses, accesses).enumerated() {
      let what = "access \(index + 1)"
      compare("\(what): operation", access.operation.rawValue, want.operation)
      compare("\(what): previous", access.isPrevious, want.previous)
      compare("\(what): address", access.address?.description, want.address)
      compare("\(what): thread", access.thread.map(Self.number), want.thread)
      compare(what, detailed.frames(of: access.stack), want.frames, want.first)
    }
    let created = report.threads.filter { $0.state != nil }
    compare("number of creations", created.count, creations.count)
    for (thread, want) in zip(created, creations) {
      compare("creation's thread", Self.number(thread.name), want.thread)
      compare("creation of \(thread.name)", detailed.frames(of: thread.created), want.frames, want.first)
    }
    return found
  }

  private static func number(_ name: ThreadName) -> String { name == .main ? "main" : String(name.number) }
}
