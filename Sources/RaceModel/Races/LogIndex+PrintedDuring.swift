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

  /// The packages, or the tests, in which reports were printed.
  package func names(of announced: Announced) -> [String] {
    let numbers = Set(reports.map { announced == .package ? $0.duringPackage : $0.duringTest })
    return numbers.filter { $0 >= 0 }.map { names[Int($0)] }
  }
}
