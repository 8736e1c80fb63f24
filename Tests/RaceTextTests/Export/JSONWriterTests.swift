import Testing

@testable import RaceText

@Suite struct `Written JSON` {
  @Test func `has commas between fields and elements alone`() {
    var json = JSONWriter()
    json.begin()
    json.object("a") { _ in }
    json.list("b", [1, 2]) { json, number in
      json.begin()
      if number == 1 { json.field("c", number) }
      json.end()
    }
    json.field("d", nil as Int?)
    json.field("e", true)
    json.text("f", "g")
    json.end()
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == #"{"a":{},"b":[{"c":1},{}],"d":null,"e":true,"f":{"text":"g"}}"#)
    json.clear()
    json.name("h")
    #expect(String(decoding: json.bytes, as: UTF8.self) == #""h":"#)
  }
}
