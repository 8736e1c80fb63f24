internal import RaceModel

/// Objects: the writer puts commas between their fields.
extension JSONWriter {
  /// Writes a field with an object.
  mutating func object(_ name: StaticString, _ write: (inout JSONWriter) -> Void) {
    self.name(name)
    begin()
    write(&self)
    end()
  }

  /// Writes a field with an object that has only a text, as SARIF has texts.
  mutating func text(_ name: StaticString, _ text: String) { object(name) { $0.field("text", text) } }

  /// Writes a field with a list.
  mutating func list<Element>(
    _ name: StaticString, _ elements: some Collection<Element>, _ write: (inout JSONWriter, Element) -> Void
  ) {
    self.name(name)
    list(elements, write)
  }

  mutating func field(_ name: StaticString, _ value: Int?) {
    self.name(name)
    number(value)
  }

  mutating func field(_ name: StaticString, _ value: Bool) {
    self.name(name)
    bool(value)
  }

  mutating func field(_ name: StaticString, _ value: String?) {
    self.name(name)
    string(value)
  }

  mutating func field(_ name: StaticString, _ value: HexNumber?) {
    self.name(name)
    hex(value)
  }
}
