internal import RaceModel

extension PrintedDuring {
  /// `job test (ubuntu-latest, 1.22)`, `shard 2 of 5`; nil if the log names none.
  var jobWords: String? { job.map { $0.hasPrefix("shard ") ? $0 : "job \($0)" } }

  /// `TestCart/add in example.com/shop/cart`; nil if neither test nor package is known.
  var testWords: String? {
    let names = [test, package].compactMap(\.self)
    return names.isEmpty ? nil : names.joined(separator: " in ")
  }
}
