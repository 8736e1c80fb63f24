import RaceModel

// The races of one log that another one, of an older run, has not.
let old = try LoggedRun([CommandLine.arguments[1]])
let new = try LoggedRun([CommandLine.arguments[2]])
let comparison = RaceComparison(old.races, new.races, isWhole: new.doubts.isEmpty)
for race in new.races where comparison.novelties[race.key] == .new {
  print("\(race.key) \(race.title)")
}
for doubt in new.doubts { print("cannot tell: \(doubt)") }
