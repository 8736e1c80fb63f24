internal import RaceModel
internal import RaceText
internal import RaceWork

extension Screen {
  /// Editors and the clipboard.
  ///
  /// - Parameters:
  ///   - isOfReport: whether there is a report to copy.
  ///   - hasFiles: whether a file can be named.
  static func sharing(
    when condition: @escaping Command<Self>.Condition = { _, _ in .yes },
    isOfReport: @escaping Command<Self>.Condition = { _, _ in .yes },
    hasFiles: @escaping Command<Self>.Condition = { _, _ in .yes }
  ) -> [Command<Self>] {
    let hasFile: Command<Self>.Condition = { condition($0, $1).and(hasFiles($0, $1)) }
    return [
      Command(
        "edit", "open $RACETUI_EDITOR, $VISUAL or $EDITOR at the line", label: "editor", keys: ["e", "o"],
        when: hasFile
      ) { screen, context, _ in context.edit(screen.place(context).map { [$0] } ?? []) },
      Command(
        "edit.both", "open the lines of both accesses in the editor, side by side if it can", keys: ["E"],
        when: { screen, context in hasFile(screen, context).and(isOfReport(screen, context)) }
      ) { screen, context, _ in if let request = screen.report(context) { context.editBoth(request) } },
      Command(
        "copy.place", "copy FILE:LINE to the clipboard", label: "copy", short: "file:line",
        keys: ["y", "cl"],
        when: hasFile
      ) { screen, context, _ in context.copy(screen.place(context)) },
    ] + copying(when: { screen, context in condition(screen, context).and(isOfReport(screen, context)) })
  }

  /// The clipboard, for parts of a report.
  private static func copying(when condition: @escaping Command<Self>.Condition) -> [Command<Self>] {
    func copy(
      _ name: CommandName, _ title: String, _ short: String, _ keys: [KeySequence],
      when isThere: @escaping @Sendable (ReportRequest) -> Availability = { _ in .yes },
      _ perform: @escaping @Sendable (ReportRequest, inout Context) -> Void
    ) -> Command<Self> {
      Command(
        name, title, short: short, keys: keys,
        when: { screen, context in
          condition(screen, context).and(screen.report(context).map(isThere) ?? .no("not part of a report"))
        }
      ) { screen, context, _ in if let request = screen.report(context) { perform(request, &context) } }
    }
    return [
      copy("copy.report", "copy the text of the report", "report", ["Y", "cr"]) { request, context in
        context.ask(.copy(request))
      },
      copy("copy.issue", "copy the race as Markdown, for an issue", "issue (Markdown)", ["ci"]) {
        request, context in context.copyIssue(request)
      },
      copy("copy.both", "copy both lines, as a quickfix list", "both lines", ["cb"]) { request, context in
        context.copyBoth(request)
      },
      copy("copy.key", "copy the key of the race", "key", ["ck"]) { request, context in
        let key = context.index.race(of: request.entry).key.description
        context.ask(.copy(ClipboardText(line: key), what: "the key \(key)"))
      },
      copy(
        "copy.test", "copy the command that runs its test again", "go test command", ["cg"],
        when: { request in
          if TestCommand.text(request.during, request.entry.detector) != nil { return .yes }
          return .no(
            request.during?.test == nil ? "the log does not name the test" : "it is no test of go test")
        }
      ) { request, context in
        guard let command = TestCommand.text(request.during, request.entry.detector) else { return }
        let text = ClipboardText(line: command)
        context.ask(.copy(text, what: text.text))
      },
      copy(
        "copy.suppression", "copy a suppression for the race", "suppression", ["cs"],
        when: { request in
          let kind = request.entry.kind
          return kind.hasTwoSides || kind == .lockOrder
            ? .yes : .no("no suppression is known for this kind of report")
        }
      ) { request, context in context.copySuppression(request) },
    ]
  }
}
