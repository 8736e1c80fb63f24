internal import Glibc
internal import RaceSystem
internal import Synchronization

/// Finds the file here that a path in a log means.
///
/// It may be asked by several threads. The first question about a path that is not simply there lists
/// the trees, which can take as long as git takes; later answers are kept, those that say no too.
package final class SourceFinder: Sendable {
  private let directory: String
  private let trees: [SourceTree]
  private let mappings: [PathMapping]
  private let go: GoInstallation
  /// The modules whose `go.mod` is in the trees, and where it is.
  private let modules = Mutex<[PathMapping]?>(nil)
  private let answers = Mutex<[String: SourceFinding]>([:])

  /// A finder.
  ///
  /// - Parameters:
  ///   - directory: what relative paths start from, itself a place to look in; nil for the working
  ///     directory.
  ///   - sources: more folders to look in, before `directory`.
  ///   - mappings: prefixes of printed paths and their replacements; the first that leads to
  ///     a file counts.
  ///   - go: knows where Go's own files are.
  package init(
    directory: String? = nil, sources: [String] = [], mappings: [PathMapping] = [],
    go: GoInstallation = GoInstallation()
  ) {
    let here = Self.absolute(directory ?? ".")
    self.directory = here
    var seen: Set<String> = []
    trees = (sources.map { Self.absolute(SourcePaths.join(here, $0)) } + [here])
      .filter { seen.insert($0).inserted }.map { SourceTree(root: $0) }
    self.mappings = mappings
    self.go = go
  }

  /// Lists the trees now, so that no question has to wait for them.
  package func load() { for tree in trees { tree.load() } }

  /// The file that a printed path means.
  package func find(_ printed: String) -> SourceFinding {
    if let answer = answers.withLock({ $0[printed] }) { return answer }
    // Not held while looking: two threads may look for the same, which harms nothing.
    let answer = look(for: printed)
    answers.withLock { $0[printed] = answer }
    return answer
  }

  private func look(for printed: String) -> SourceFinding {
    let parts = SourcePaths.components(printed)
    guard let name = parts.last else { return .missing }
    if let path = asPrinted(printed, parts) { return .found(path: path, by: .printed) }
    for mapping in mappings {
      if let path = mapping.apply(to: printed).map({ SourcePaths.join(directory, $0) }), isFile(path) {
        return .found(path: path, by: .mapping)
      }
    }
    if let module = GoPath.module(printed) {
      let found = look(for: module)
      if found != .missing || !module.isToolchain { return found }
    }
    if let rest = GoPath.standardLibrary(printed) { return standardLibrary(rest) ?? .missing }
    if isOfToolchain(printed) { return .missing }
    // A trimmed path begins with its module's name, whatever folder the module is in here.
    if parts.count > 1, !SourcePaths.isRooted(printed) {
      if let path = goModules.compactMap({ $0.apply(to: printed) }).first(where: isFile) {
        return .found(path: path, by: .goModule)
      }
    }
    return look(in: candidates(named: name), printed, parts)
  }

  /// A name without a folder says nothing about the folder it is in, this one neither.
  private func asPrinted(_ printed: String, _ parts: [Substring]) -> String? {
    if printed.hasPrefix("/") { return isFile(printed) ? printed : nil }
    guard !SourcePaths.isRooted(printed), parts.count > 1 else { return nil }
    // As printed first: what looks like a Windows path may be a name.
    return [printed, parts.joined(separator: "/")].map { SourcePaths.join(directory, $0) }.first(
      where: isFile)
  }

  /// Modules of others: one's own file of the same name is never meant.
  private func look(for module: ModulePath) -> SourceFinding {
    if let cache = go.folders.moduleCache {
      let path = SourcePaths.join(cache, module.inCache)
      if isFile(path) { return .found(path: path, by: .moduleCache) }
    }
    let wanted = module.withoutVersion
    let count = module.module.count + module.file.count
    guard let name = module.file.last else { return .missing }
    // A copy in `vendor/` has the whole path. Its version is what the build used or it would not build.
    let whole = candidates(named: name).filter {
      SourcePaths.commonSuffix(SourcePaths.components(wanted), SourcePaths.components($0)) == count
    }
    switch whole.count {
    case 0: return .missing
    case 1: return .found(path: whole[0], by: .suffix(components: count))
    default: return .ambiguous(whole.sorted())
    }
  }

  private func look(in candidates: [String], _ printed: String, _ parts: [Substring]) -> SourceFinding {
    let match = SourcePaths.best(printed, among: candidates)
    switch match {
    case .exact(let path): return .found(path: path, by: .printed)
    case .suffix(let path, let count) where count == parts.count:
      return .found(path: path, by: .suffix(components: count))
    default: break
    }
    // Part of a path fits worse than the whole path in the standard library.
    if let rest = GoPath.trimmedStandardLibrary(printed), let found = standardLibrary(rest) { return found }
    switch match {
    case .exact(let path), .nameOnly(let path): return .found(path: path, by: .nameOnly)
    case .suffix(let path, let count): return .found(path: path, by: .suffix(components: count))
    case .ambiguous(let paths): return .ambiguous(paths)
    case nil: return .missing
    }
  }

  /// The modules here, those with longer names first: one may be inside another.
  private var goModules: [PathMapping] {
    modules.withLock { modules in
      if let modules { return modules }
      let files = candidates(named: "go.mod").prefix(100)
      let found = files.compactMap { path -> PathMapping? in
        guard let file = try? SourceFile(reading: path, largest: 1 << 20), let name = GoPath.moduleName(file)
        else { return nil }
        return PathMapping(from: name, to: String(path.dropLast("go.mod".count)))
      }.sorted { $0.from.utf8.count > $1.from.utf8.count }
      modules = found
      return found
    }
  }

  private func standardLibrary(_ rest: String) -> SourceFinding? {
    guard let root = go.folders.root else { return nil }
    let path = SourcePaths.join(root, "src/\(rest)")
    return isFile(path) ? .found(path: path, by: .standardLibrary) : nil
  }

  /// Code that comes with a compiler or from a registry is never in a tree of one's own, though its
  /// last components (`src/lib.rs`) often are.
  private func isOfToolchain(_ printed: String) -> Bool {
    printed.hasPrefix("/rustc/") || printed.contains("/.cargo/registry/src/")
      || printed.contains("/rustlib/src/rust/library/")
  }

  /// The files of that name in all trees, each once though trees may overlap, and only those that are
  /// still there.
  private func candidates(named name: Substring) -> [String] {
    var seen: Set<FileStatus.Identity> = []
    return trees.flatMap { $0.paths(named: name) }.filter { path in
      guard let kind = FileStatus.of(path), kind.isRegular else { return false }
      return seen.insert(kind.identity).inserted
    }
  }

  private func isFile(_ path: String) -> Bool { FileStatus.of(path)?.isRegular == true }

  /// The path from the root on, links resolved; as it is where there is nothing.
  private static func absolute(_ path: String) -> String {
    FileName.resolved(path) ?? path
  }
}
