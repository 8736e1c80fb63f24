/// Something the user can ask for on a screen. Keys, footer, help, refusals and the key table of the README
/// read this value alone.
package struct Command<Owner: Screen>: Sendable {
  /// Whether it is available now.
  package typealias Condition = @Sendable (Owner, Context) -> Availability
  /// Does it, with the number typed before; nil if none was typed.
  package typealias Action = @Sendable (inout Owner, inout Context, Int?) -> Void

  let facts: CommandFacts
  let availability: Condition
  let perform: Action

  /// A command.
  ///
  /// - Parameters:
  ///   - name: its name in the key table.
  ///   - title: what it does, for help, as an imperative.
  ///   - label: one or two words for the footer; nil if it is not shown there.
  ///   - short: one or two words for lists of follow-up keys; nil for the label.
  ///   - partner: a command whose key the footer shows beside its own.
  ///   - keys: the keys, the most usual one first.
  ///   - isEssential: whether the footer keeps it when there is little room.
  ///   - when: whether it is available now.
  ///   - perform: does it.
  package init(
    _ name: CommandName, _ title: String, label: String? = nil, short: String? = nil,
    partner: CommandName? = nil, keys: [KeySequence],
    isEssential: Bool = false, when availability: @escaping Condition = { _, _ in .yes },
    perform: @escaping Action
  ) {
    facts = CommandFacts(
      name: name, title: title, label: label, short: short ?? label, partner: partner, keys: keys,
      isEssential: isEssential)
    self.availability = availability
    self.perform = perform
  }
}

/// The facts about a command, whatever its screen.
package struct CommandFacts: Hashable, Sendable {
  /// Its name in the key table.
  package let name: CommandName
  /// What it does, for help.
  package let title: String
  /// One or two words for the footer; nil if it is not shown there.
  package let label: String?
  /// One or two words for lists of follow-up keys; nil for the title.
  package let short: String?
  /// A command whose key the footer shows beside its own.
  package let partner: CommandName?
  /// Its keys unless the user binds others, the most usual one first.
  package let keys: [KeySequence]
  /// Whether the footer keeps it when there is little room.
  package let isEssential: Bool
}
