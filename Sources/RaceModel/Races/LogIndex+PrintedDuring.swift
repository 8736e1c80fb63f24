extension LogIndex {
  /// Marks the races of which a report was printed in a package, or in a test, that is asked for.
  ///
  /// - Parameters:
  ///   - isPackage: whether a package is asked for.
  ///   - isTest: whether a test is.
  ///   - found: a flag a race.
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
  /// What was announced before a report was printed.
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
      // Those of one test follow each other as a rule.
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
