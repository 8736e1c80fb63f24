package import RaceText

/// What is known about the code that the logs name.
package struct CodeFacts: Sendable {
  /// The code around places, as far as it was requested.
  private var lookups: [CodePlace: CodeLookup] = [:]
  /// Places with a pending search.
  private var awaited: Set<CodePlace> = []
  /// Who last changed lines, in words.
  package private(set) var blames: [CodePlace: String] = [:]
  /// Whether the search for the file to open in an editor is pending.
  var isLocating = false

  /// What is known about a place; nil for nothing yet.
  package subscript(place: CodePlace?) -> CodeLookup? { place.flatMap { lookups[$0] } }

  /// The places among these that must be searched.
  mutating func want(_ places: [CodePlace]) -> [CodePlace] {
    let missing = places.filter { lookups[$0] == nil && !awaited.contains($0) }
    awaited.formUnion(missing)
    return missing
  }

  /// Takes what was found for a place.
  mutating func take(_ place: CodePlace, _ lookup: CodeLookup) {
    lookups[place] = lookup
    awaited.remove(place)
  }

  /// Records that places will not be searched after all.
  mutating func give(up places: [CodePlace]) { awaited.subtract(places) }

  /// Takes who last changed a line.
  mutating func take(_ place: CodePlace, blame: String) { blames[place] = blame }

  /// Discards what was read from files, which may have been edited.
  mutating func forget() { (lookups, awaited, blames) = ([:], [], [:]) }
}
