internal import RaceModel
internal import RaceView

/// Explains races on a thread of its own, after all is read: it reads some of their reports again.
enum Explainer {
  /// How many races are sent at a time.
  private static let batch = 64

  /// Explains races of an index in the order given, and posts what it finds. The thread ends with the
  /// process, or when all are explained.
  static func start(_ races: [Int], of index: LogIndex, _ files: [LogFile], into mailbox: Mailbox<Event>) {
    BackgroundThread.start {
      var explainer = RaceExplainer()
      var found: [(RaceKey, RaceExplanation)] = []
      for race in races {
        found.append(
          (index.races[race].key, explainer.explain(index.races[race], of: index, files: files)))
        if found.count == batch {
          mailbox.post(.explained(found))
          found = []
        }
      }
      if !found.isEmpty { mailbox.post(.explained(found)) }
    }
  }
}
