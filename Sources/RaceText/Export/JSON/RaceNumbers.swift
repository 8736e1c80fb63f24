/// The numbers by which an export tells a race, and what belongs to it.
struct RaceNumbers {
  let race: Int
  let reports: [Int]
  let family: Int
  /// The explained report; nil if none could be read.
  let shown: Int?
}
