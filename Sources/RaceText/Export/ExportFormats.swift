/// The formats of `racetui export`.
package enum ExportFormats {
  /// All formats; help lists them in this order, and the first is the default.
  package static let all: [any ExportFormat.Type] = [
    JSONExport.self,
    JSONLinesExport.self,
    GNUExport.self,
    MarkdownExport.self,
    GitHubExport.self,
    SARIFExport.self,
    GitLabExport.self,
    JUnitExport.self,
    TeamCityExport.self,
    HTMLExport.self,
  ]

  /// The format with a name; nil if there is none.
  package static func named(_ name: String) -> (any ExportFormat.Type)? { all.first { $0.name == name } }
}
