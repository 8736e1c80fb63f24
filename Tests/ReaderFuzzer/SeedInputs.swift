import Foundation
import GrammarExamples
import RaceModel

/// Logs that inputs are made from: those of the project, and the examples.
enum SeedInputs {
  /// Files beyond this are cut: inputs are small, so that there are many.
  private static let mostBytes = 1 << 18

  /// The logs in the folders, the folders in them left out, in the order of their names, and the examples.
  static func load(_ folders: [String]) -> [[UInt8]] {
    var seeds = DetectorExamples.all.flatMap { table in table.examples.map { Array($0.log.utf8) } }
    for folder in folders {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for name in names.sorted() where name.hasSuffix(".log") || name.hasSuffix(".md") {
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)"), !data.isEmpty else {
          continue
        }
        seeds.append(Array(data.prefix(mostBytes)))
      }
    }
    return seeds
  }
}
