/// The grammar of names: each function reads one of its rules and tells whether it is there.
extension RustCrateHashes {
  mutating func symbol() -> Bool {
    guard path() else { return false }
    // The crate that it was made for, and what others add behind a dot.
    if index < bytes.count, peek != ".", peek != "$", !path() { return false }
    return index == bytes.count || peek == "." || peek == "$"
  }

  private mutating func path() -> Bool {
    nested { reader in
      switch reader.next() {
      case "C": reader.crate()
      case "M": reader.implementation() && reader.type()
      case "X": reader.implementation() && reader.type() && reader.path()
      case "Y": reader.type() && reader.path()
      case "N": reader.next().properties.isAlphabetic && reader.path() && reader.identifier()
      case "I": reader.path() && reader.list { $0.argument() }
      case "B": reader.reference()
      default: false
      }
    }
  }

  private mutating func implementation() -> Bool { disambiguator() && path() }

  private mutating func argument() -> Bool {
    if peek == "L" { return lifetime() }
    return pass("K") ? constant() : type()
  }

  private mutating func type() -> Bool {
    nested { reader in
      switch reader.next() {
      case "a"..."f", "h"..."j", "l"..."p", "s"..."v", "x"..."z": return true
      case "R", "Q": return reader.lifetime() && reader.type()
      case "P", "O", "S": return reader.type()
      case "A": return reader.type() && reader.constant()
      case "T": return reader.list { $0.type() }
      case "F": return reader.function()
      case "D": return reader.object()
      default:
        reader.index -= 1
        return reader.path()
      }
    }
  }

  private mutating func function() -> Bool {
    guard binder() else { return false }
    _ = pass("U")
    if pass("K"), !pass("C"), !plainIdentifier() { return false }
    return list { $0.type() } && type()
  }

  private mutating func object() -> Bool {
    guard binder() else { return false }
    let hasTraits = list { reader in
      guard reader.path() else { return false }
      while reader.pass("p") { guard reader.plainIdentifier(), reader.type() else { return false } }
      return true
    }
    return hasTraits && peek == "L" && lifetime()
  }

  /// A number, a text, or one that is not known.
  private mutating func constant() -> Bool {
    if pass("p") { return true }
    if pass("B") { return reference() }
    _ = pass("R")
    guard case "a"..."z" = next() else { return false }
    _ = pass("n")
    while !pass("_") {
      guard index < bytes.count, hexDigit(bytes[index]) != nil else { return false }
      index += 1
    }
    return true
  }
}
