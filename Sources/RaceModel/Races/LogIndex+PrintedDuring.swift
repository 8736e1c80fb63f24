extension LogIndex {
  /// Marks the races with a report from a requested package or test.
  ///
  /// - Parameters:
  ///   - isPackage: the condition for packages.
  ///   - isTest: the condition for tests.
  ///   - found: one flag per race.
  package func markRaces(
    inPackage isPackage: (String) -> Bool, inTest isTest: (String) -> Bool, _ found: inout [Bool]
  ) {
    var packages = NameMemo(sites.names.count), tests = NameMemo(sites.names.count)
    for report in reports {
      if packages.holds(isPackage, report.duringPackage, sites.names)
        || tests.holds(isTest, report.duringTest, sites.names)
      {
        found[Int(report.race)] = true
      }
    }
  }
}

/// What a condition said of names: those of functions and files, of which there are many more, are never asked.
private struct NameMemo {
  /// -1 for names not asked yet.
  private var answers: [Int8]

  init(_ count: Int) { answers = Array(repeating: -1, count: count) }

  mutating func holds(_ condition: (String) -> Bool, _ name: Int32, _ names: NumberedNames) -> Bool {
    guard name >= 0 else { return false }
    if answers[Int(name)] < 0 { answers[Int(name)] = condition(names[name]) ? 1 : 0 }
    return answers[Int(name)] == 1
  }
}

extension LogIndex {
  /// The announcement before a report was printed.
  package enum Announced: Sendable {
    case package, test
  }

  /// The tests in which the reports of a race were printed, in their order, each once.
  package func tests(of race: Race) -> [String] { namedTests(race.reports) }

  /// The tests in which some reports were printed, in their order, each once.
  ///
  /// - Parameter positions: of the reports.
  package func tests(of positions: [Int32]) -> [String] { namedTests(positions) }

  private func namedTests(_ positions: some Sequence<Int32>) -> [String] {
    var (last, found): (Int32, [Int32]) = (-1, [])
    for position in positions {
      let test = reports[Int(position)].duringTest
      // Those of one test usually follow each other.
      if test < 0 || test == last || found.contains(test) { continue }
      found.append(test)
      last = test
    }
    return found.map { sites.names[$0] }
  }

  /// The packages, or the tests, in which reports were printed.
  package func names(of announced: Announced) -> [String] {
    let numbers = Set(reports.map { announced == .package ? $0.duringPackage : $0.duringTest })
    return numbers.filter { $0 >= 0 }.map { sites.names[$0] }
  }
}
