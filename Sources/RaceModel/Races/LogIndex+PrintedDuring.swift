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
    let packages = names.map(isPackage), tests = names.map(isTest)
    guard packages.contains(true) || tests.contains(true) else { return }
    for report in reports {
      let (package, test) = (Int(report.duringPackage), Int(report.duringTest))
      if package >= 0 && packages[package] || test >= 0 && tests[test] { found[Int(report.race)] = true }
    }
  }
}

extension LogIndex {
  /// The announcement before a report was printed.
  package enum Announced: Sendable {
    case package, test
  }

  /// The tests in which some reports were printed, in their order, each once.
  ///
  /// - Parameter positions: of the reports.
  package func tests(of positions: [Int32]) -> [String] {
    var (last, found): (Int32, [Int32]) = (-1, [])
    for position in positions {
      let test = reports[Int(position)].duringTest
      // Those of one test usually follow each other.
      if test < 0 || test == last || found.contains(test) { continue }
      found.append(test)
      last = test
    }
    return found.map { names[Int($0)] }
  }

  /// The packages, or the tests, in which reports were printed.
  package func names(of announced: Announced) -> [String] {
    let numbers = Set(reports.map { announced == .package ? $0.duringPackage : $0.duringTest })
    return numbers.filter { $0 >= 0 }.map { names[Int($0)] }
  }
}
