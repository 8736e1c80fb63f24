extension ReportEntry {
  /// Translates a reader's numbers to those of the index.
  ///
  /// - Parameter inheritedTest: the number of the test announced before the reader's piece.
  mutating func renumber(_ table: borrowing ReaderTable, inheritedTest: SymbolTable.ID?) {
    if let site = first?.site { first?.site = table[site] }
    if let site = second?.site { second?.site = table[site] }
    if !moreSites.isEmpty { moreSites = moreSites.map { table[$0] } }
    duringPackage = table[name: duringPackage]
    duringTest =
      duringTest == TestIDs.inherited ? inheritedTest ?? -1 : table[name: duringTest]
  }
}
