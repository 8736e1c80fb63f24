import Foundation
import Testing

/// The order of the folders; `scripts/layers` runs only this suite.
@Suite struct LayerTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func layers() throws -> Layers {
    Layers(try String(contentsOf: root.appending(path: "scripts/layers.txt"), encoding: .utf8))
  }

  private static func sources() throws -> [String: String] {
    let folder = root.appending(path: "Sources")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    var files: [String: String] = [:]
    for path in paths where path.hasSuffix(".swift") {
      files[path] = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }
    return files
  }

  @Test func `no folder uses one above it`() throws {
    let faults = try Self.layers().faults(in: try Self.sources())
    #expect(faults.isEmpty, "\(faults.map { "\($0.file): \($0)" }.joined(separator: "\n"))")
  }

  @Test func `a screen named by a race of the model is found`() throws {
    var files = try Self.sources()
    files["RaceModel/Races/Deliberate.swift"] = "struct Deliberate { var screen: PairScreen }\n"
    let faults = try Self.layers().faults(in: files).filter { $0.file.hasSuffix("Deliberate.swift") }
    #expect(
      faults.map(\.description) == [
        "uses PairScreen of RaceView/Screens/Pair, which is above RaceModel/Races"
      ])
  }

  @Test func `a folder missing from the order is found`() throws {
    let faults = try Self.layers().faults(in: ["RaceModel/New/Thing.swift": "struct Thing {}\n"])
    #expect(faults.map(\.description) == ["RaceModel/New is not in scripts/layers.txt"])
  }

  @Test func `names in comments, strings and members are not uses`() {
    let layers = Layers("low\nhigh\n")
    let low = """
      // Tower is above.
      struct Base {
        let text = "Tower"
        let size = Size.Tower
      }
      """
    #expect(layers.faults(in: ["low/Base.swift": low, "high/Tower.swift": "enum Tower {}"]).isEmpty)
    let using = ["low/Base.swift": "let tower: [Tower] = []", "high/Tower.swift": "enum Tower {}"]
    #expect(layers.faults(in: using).map(\.description) == ["uses Tower of high, which is above low"])
  }
}
