/// What a key asks for, whatever screen is open.
public enum Action: String, Hashable, Sendable, CaseIterable {
  case down, up, pageDown, pageUp, halfPageDown, halfPageUp, top, bottom
  case open, back, quit, help
  case otherSide, leftSide, rightSide, linkColumns, maximize
  case nextRace, previousRace, nextReport, previousReport
  case fold, foldAll, fork, raw
  case search, searchNext, searchPrevious, filter, sort, mark
  case sites, family, split, source, blame, demangle, about, follow
  case edit, copyPlace, copyReport, repaint
}

/// The screens, as far as keys differ between them.
public enum ScreenKind: String, Hashable, Sendable, CaseIterable {
  case races, sites, about, pair, fork, raw, help
}
