/// Whose report announces itself in a line, and how.
typealias LineOpening = (grammar: any ReportGrammar.Type, opening: Opening)
