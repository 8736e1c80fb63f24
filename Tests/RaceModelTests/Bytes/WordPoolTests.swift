import RaceModel
import Testing

/// Texts searched together.
@Suite struct WordPoolTests {
  @Test func `reports each text that contains the needle once, in order`() {
    let texts = ["main.main", "", "Main", "mainmain", "x", "remain", "main"]
    var pool = WordPool()
    for text in texts { pool.append(text) }
    for first in texts.indices {
      var found: [Int] = []
      pool.forEach(holding: Array("main".utf8), from: first) { found.append($0) }
      #expect(found == texts.indices.filter { $0 >= first && texts[$0].lowercased().contains("main") })
    }
    var found: [Int] = []
    pool.forEach(holding: Array("nx".utf8), from: 0) { found.append($0) }
    // "main" ends in n and the next text begins with x: no text contains both.
    #expect(found.isEmpty)
  }
}
