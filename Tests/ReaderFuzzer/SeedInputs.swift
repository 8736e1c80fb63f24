import Foundation
import GrammarExamples
import RaceModel

/// The sources of inputs: the project's logs and the examples.
enum SeedInputs {
  /// Larger files are cut: small inputs allow for more of them.
  private static let mostBytes = 1 << 18

  /// The logs in the folders, without subfolders, in order of name, and the examples.
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
