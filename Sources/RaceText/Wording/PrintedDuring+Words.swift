internal import RaceModel

extension PrintedDuring {
  /// `TestCart/add in example.com/shop/cart`; nil if neither test nor package is known.
  var testWords: String? {
    let names = [test, package].compactMap(\.self)
    return names.isEmpty ? nil : names.joined(separator: " in ")
  }
}
