extension ReportEntry {
  /// Translates a reader's numbers to those of the index.
  ///
  /// - Parameter inherited: the numbers of the test and of the job announced before the reader's piece.
  mutating func renumber(_ table: borrowing ReaderTable, inherited: TestIDs) {
    if let site = first?.site { first?.site = table[site] }
    if let site = second?.site { second?.site = table[site] }
    if !moreSites.isEmpty { moreSites = moreSites.map { table[$0] } }
    duringPackage = table[name: duringPackage]
    duringTest = duringTest == TestIDs.inherited ? inherited.test : table[name: duringTest]
    duringJob = duringJob == TestIDs.inherited ? inherited.job : table[name: duringJob]
  }
}
