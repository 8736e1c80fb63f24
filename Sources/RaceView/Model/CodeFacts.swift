package import RaceText

/// What is known of the code that the logs name.
package struct CodeFacts: Sendable {
  /// The code around places, as far as it was looked for.
  private var lookups: [CodePlace: CodeLookup] = [:]
  /// Places that are being looked for.
  private var awaited: Set<CodePlace> = []
  /// Who last changed lines, in words.
  package private(set) var blames: [CodePlace: String] = [:]
  /// Whether the file that an editor should open is being looked for.
  var isLocating = false

  /// What is known of a place; nil while nothing is.
  package subscript(place: CodePlace?) -> CodeLookup? { place.flatMap { lookups[$0] } }

  /// Those of some places that must be looked for.
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

  /// Takes note that places will not be looked for after all.
  mutating func give(up places: [CodePlace]) { awaited.subtract(places) }

  /// Takes who last changed a line.
  mutating func take(_ place: CodePlace, blame: String) { blames[place] = blame }

  /// Forgets what was read of files: they may have been edited.
  mutating func forget() { (lookups, awaited, blames) = ([:], [], [:]) }
}
