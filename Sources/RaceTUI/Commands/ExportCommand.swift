public import ArgumentParser
public import RaceModel
internal import RaceWork

/// `racetui export`: everything that was read, for other programs.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Export reports as JSON.",
    discussion: """
      json is one document with sources, reports and races; jsonl is one report a line, printed as they are \
      found. docs/export.md describes both.
      """)

  @OptionGroup var input: InputOptions
  @Option(help: "Output format: json or jsonl.")
  var format = Exporter.Format.json

  func run() throws {
    let workspace = try input.open()
    let files = workspace.logs.files
    var exporter = Exporter(write: StandardOutput.write)
    var written = 0
    let index = try workspace.index { index in
      guard format == .jsonl else { return }
      try exporter.writeLines(index, from: written, files: files)
      written = index.reports.count
    }
    if format == .json { try exporter.writeDocument(index, files: files) }
    try InputOptions.check(index.failures)
  }
}

extension Exporter.Format: ExpressibleByArgument {}
