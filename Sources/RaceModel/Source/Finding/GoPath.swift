/// What the shape of a path says about Go code: whether it is the standard library's or a module's of
/// someone else. A build with `-trimpath` prints such paths without the folders they are in.
enum GoPath {
  /// The path from `GOROOT/src` on when a printed path is plainly of the standard library
  /// (`/usr/local/go/src/sync/mutex.go`); nil for anything else.
  static func standardLibrary(_ printed: String) -> String? {
    let parts = SourcePaths.components(printed)
    for (source, part) in parts.enumerated() where part == "src" && source > 0 {
      let rest = parts[(source + 1)...]
      // `/go/src/app/main.go` is someone's own code in a folder that looks like Go's.
      guard rest.count > 1, let first = rest.first, packages.contains(first), isGo(rest.last ?? "") else {
        continue
      }
      if parts[..<source].suffix(4).contains(where: isToolchain) { return rest.joined(separator: "/") }
    }
    return nil
  }

  /// What the paths of the standard library's packages begin with.
  private static let packages: Set<Substring> = [
    "archive", "bufio", "builtin", "bytes", "cmd", "cmp", "compress", "container", "context", "crypto",
    "database", "debug", "embed", "encoding", "errors", "expvar", "flag", "fmt", "go", "hash", "html",
    "image", "index", "internal", "io", "iter", "log", "maps", "math", "mime", "net", "os", "path",
    "plugin", "reflect", "regexp", "runtime", "slices", "sort", "strconv", "strings", "structs", "sync",
    "syscall", "testing", "text", "time", "unicode", "unique", "unsafe", "vendor", "weak",
  ]

  /// The path from `GOROOT/src` on that a trimmed path (`sync/mutex.go`) would be of the standard
  /// library; nil when it cannot be one.
  static func trimmedStandardLibrary(_ printed: String) -> String? {
    let parts = SourcePaths.components(printed)
    guard !SourcePaths.isRooted(printed), parts.count > 1, let first = parts.first, !first.contains("."),
      let last = parts.last, isGo(last)
    else { return nil }
    return parts.joined(separator: "/")
  }

  /// The path from the module cache on when a printed path is of a module with a version
  /// (`github.com/x/y@v1.2.3/z.go`); nil for anything else.
  static func module(_ printed: String) -> ModulePath? {
    let parts = SourcePaths.components(printed)
    guard let module = parts.firstIndex(where: { $0.contains("@v") }), module + 1 < parts.count else {
      return nil
    }
    var start = 0
    if SourcePaths.isRooted(printed) {
      if let cache = (0..<module).last(where: { parts[$0] == "pkg" && parts[$0 + 1] == "mod" }) {
        start = cache + 2
      } else {
        // A cache in another folder: a module begins with a host.
        start = (0...module).first { parts[$0].contains(".") && !parts[$0].hasPrefix(".") } ?? module
      }
    }
    return ModulePath(module: Array(parts[start...module]), file: Array(parts[(module + 1)...]))
  }

  /// The name that a `go.mod` gives its module; nil when it gives none.
  static func moduleName(_ file: SourceFile) -> String? {
    for number in 1..<(file.lineCount + 1) {
      let words = (file.text(ofLine: number) ?? "").split(whereSeparator: \.isWhitespace)
      guard words.count > 1, words[0] == "module" else { continue }
      let name = words[1].filter { $0 != "\"" && $0 != "`" }
      return name.isEmpty ? nil : String(name)
    }
    return nil
  }

  /// Whether code calls a package of the standard library by that name.
  static func isPackageName(_ name: String) -> Bool {
    packages.contains(name[...]) || ["atomic", "filepath", "http", "ioutil", "json", "rand"].contains(name)
  }

  private static func isGo(_ name: Substring) -> Bool {
    name.hasSuffix(".go") || name.hasSuffix(".s") || name.hasSuffix(".h")
  }

  /// Whether a folder's name is one that a Go installation has: `go`, `go1.22.1`, `go-1.19`, `golang`,
  /// or a toolchain's in the module cache.
  private static func isToolchain(_ name: Substring) -> Bool {
    if name == "go" || name == "golang" || name.hasPrefix("toolchain@") { return true }
    guard name.hasPrefix("go") else { return false }
    return name.dropFirst(2).first.map { $0.isNumber || $0 == "-" } ?? false
  }
}
