import Foundation
import Synchronization
import Testing

@testable import RaceModel

@Suite struct `Finding the source of a printed path` {
  /// A Go installation with part of the standard library and one module, and a source tree.
  private static func folder() throws -> SourceFolder {
    try SourceFolder([
      "go/src/sync/mutex.go": "", "go/src/internal/poll/fd.go": "", "go/src/testing/testing.go": "",
      "mod/github.com/!burnt/toml@v1.3.2/decode.go": "",
      "mod/golang.org/toolchain@v0.0.1-go1.22.1.linux-amd64/src/fmt/print.go": "",
      "work/shop/cart.go": "", "work/shop/db/cart.go": "", "work/shop/web/handler.go": "",
      "work/shop/web/testing.go": "", "work/shop/src/lib.rs": "", "work/shop/poll/fd.go": "",
      "work/shop/mutex.go": "", "work/shop/vendor/github.com/acme/log/out.go": "",
    ])
  }

  private static func go(_ folder: SourceFolder) -> GoInstallation {
    let path = folder.path
    return GoInstallation { "\(path)/go\n\(path)/mod\n" }
  }

  private let folder: SourceFolder
  private let finder: SourceFinder

  init() throws {
    folder = try Self.folder()
    finder = SourceFinder(directory: folder.path + "/work/shop", go: Self.go(folder))
  }

  private func found(_ path: String, by means: SourceFinding.Means) -> SourceFinding {
    .found(path: "\(folder.path)/\(path)", by: means)
  }

  @Test func `finds a file at the path in the log`() {
    #expect(finder.find(folder.path + "/go/src/sync/mutex.go") == found("go/src/sync/mutex.go", by: .printed))
    #expect(finder.find("db/cart.go") == found("work/shop/db/cart.go", by: .printed))
    #expect(finder.find(#".\db\cart.go"#) == found("work/shop/db/cart.go", by: .printed))
  }

  @Test(arguments: [
    ("/home/runner/work/shop/shop/db/cart.go", "db/cart.go", 3),
    ("github.com/acme/shop/cart.go", "cart.go", 2),
    (#"D:\a\shop\web\handler.go"#, "web/handler.go", 3), ("/go/src/app/web/handler.go", "web/handler.go", 2),
  ])
  func `a path of another machine`(_ printed: String, _ path: String, _ count: Int) {
    #expect(finder.find(printed) == found("work/shop/\(path)", by: .suffix(components: count)))
  }

  @Test func `a bare name does not mean the local file of that name when there are others`() {
    #expect(
      finder.find("cart.go")
        == .ambiguous([folder.path + "/work/shop/cart.go", folder.path + "/work/shop/db/cart.go"]))
    #expect(finder.find("handler.go") == found("work/shop/web/handler.go", by: .nameOnly))
    #expect(finder.find("/elsewhere/handler.go") == found("work/shop/web/handler.go", by: .nameOnly))
  }

  @Test(arguments: [
    "/usr/local/go/src/testing/testing.go", "/opt/hostedtoolcache/go/1.22.5/x64/src/testing/testing.go",
    "/home/u/sdk/go1.21.3/src/testing/testing.go",
    #"C:\hostedtoolcache\windows\go\1.22\x64\src\testing\testing.go"#,
    "/root/go/pkg/mod/golang.org/toolchain@v0.0.1-go1.22.0.linux-arm64/src/testing/testing.go",
    "testing/testing.go",
  ])
  func `the standard library of another machine is the local one`(_ printed: String) {
    #expect(finder.find(printed) == found("go/src/testing/testing.go", by: .standardLibrary))
  }

  @Test func `a trimmed path in the standard library is not a project file with the same end`() {
    #expect(finder.find("internal/poll/fd.go") == found("go/src/internal/poll/fd.go", by: .standardLibrary))
    #expect(finder.find("poll/fd.go") == found("work/shop/poll/fd.go", by: .printed))
  }

  @Test func `the standard library is never a project file with the same name`() {
    let without = SourceFinder(directory: folder.path + "/work/shop", go: GoInstallation { "" })
    #expect(without.find("/usr/local/go/src/sync/mutex.go") == .missing)
    #expect(without.find("/usr/local/go/src/testing/testing.go") == .missing)
  }

  @Test func `modules are found in the cache, whole and trimmed`() {
    let cached = found("mod/github.com/!burnt/toml@v1.3.2/decode.go", by: .moduleCache)
    #expect(finder.find("/root/go/pkg/mod/github.com/!burnt/toml@v1.3.2/decode.go") == cached)
    #expect(finder.find("github.com/Burnt/toml@v1.3.2/decode.go") == cached)
    #expect(finder.find("/cache/gomod/github.com/!burnt/toml@v1.3.2/decode.go") == cached)
    #expect(finder.find("github.com/Burnt/toml@v1.3.3/decode.go") == .missing, "another version")
    let toolchain = "golang.org/toolchain@v0.0.1-go1.22.1.linux-amd64/src/fmt/print.go"
    #expect(finder.find("/r/go/pkg/mod/\(toolchain)") == found("mod/\(toolchain)", by: .moduleCache))
  }

  @Test func `a module is found in vendor, never as a project file with the same end`() {
    #expect(
      finder.find("github.com/acme/log@v0.1.0/out.go")
        == found("work/shop/vendor/github.com/acme/log/out.go", by: .suffix(components: 4)))
    #expect(finder.find("/root/go/pkg/mod/github.com/x/y@v1.0.0/web/handler.go") == .missing)
  }

  @Test(arguments: [
    "/rustc/9fc6b43126469e3858e2fe86cafb4f0fd5068869/library/core/src/lib.rs",
    "/root/.cargo/registry/src/index.crates.io-6f17d22bba15001f/tokio-1.38.0/src/lib.rs", "<autogenerated>",
    "nothing/like/this.go", "/dev/null", "/proc/self", "db", "db/cart.go/x",
  ])
  func `reports what is missing`(_ printed: String) { #expect(finder.find(printed) == .missing) }

  @Test func `a name with a NUL is not a name`() {
    #expect(finder.find("\(folder.path)/work/shop/cart.go\0.txt") == .missing)
  }

  @Test func `a mapping to a file wins over a similar path`() throws {
    let finder = SourceFinder(
      directory: folder.path + "/work/shop",
      mappings: [try PathMapping(parsing: "/ci=nowhere"), try PathMapping(parsing: "/ci/x=db")],
      go: Self.go(folder))
    #expect(finder.find("/ci/x/cart.go") == found("work/shop/db/cart.go", by: .mapping))
    #expect(
      finder.find("/ci/y/web/handler.go") == found("work/shop/web/handler.go", by: .suffix(components: 2)))
  }

  @Test func `source folders are searched with the working directory, each file once`() throws {
    let other = try SourceFolder(["lib/queue.go": "", "lib/handler.go": ""])
    let finder = SourceFinder(
      directory: folder.path + "/work/shop", sources: [other.path, "web", "."], go: Self.go(folder))
    #expect(
      finder.find("/ci/lib/queue.go")
        == .found(path: other.path + "/lib/queue.go", by: .suffix(components: 2)))
    #expect(
      finder.find("/ci/web/handler.go") == found("work/shop/web/handler.go", by: .suffix(components: 2)))
  }

  @Test func `keeps answers, also for missing files, and asks Go once and only when needed`() throws {
    let questions = Counter()
    let finder = SourceFinder(
      directory: folder.path + "/work/shop",
      go: GoInstallation {
        questions.count.withLock { $0 += 1 }
        return ""
      })
    #expect(finder.find("/ci/shop/web/handler.go").path != nil)
    #expect(questions.count.withLock { $0 } == 0)
    #expect(finder.find("/usr/local/go/src/sync/once.go") == .missing)
    #expect(finder.find("/usr/local/go/src/sync/pool.go") == .missing)
    #expect(questions.count.withLock { $0 } == 1)
    let late = folder.path + "/late.go"
    #expect(finder.find(late) == .missing)
    try folder.write("", to: "late.go")
    #expect(finder.find(late) == .missing)
  }

  private final class Counter: Sendable {
    let count = Mutex(0)
  }

  @Test func `does not find a deleted file that git still lists`() throws {
    let folder = try SourceFolder(["a/x.go": "", "b/x.go": ""])
    try folder.git("init", "-q")
    try folder.git("add", ".")
    try FileManager.default.removeItem(atPath: folder.path + "/b/x.go")
    let finder = SourceFinder(directory: folder.path, go: GoInstallation { "" })
    #expect(finder.find("/ci/c/x.go") == .found(path: folder.path + "/a/x.go", by: .nameOnly))
  }

  @Test func `finds a trimmed path by its module's name, whatever the folders are called`() throws {
    let folder = try SourceFolder([
      "go.mod": "// shop\nmodule github.com/acme/shop // v1\n\ngo 1.22\n", "cart.go": "", "db/cart.go": "",
      "tools/go.mod": "module \"github.com/acme/shop/v2/tools\"\n", "tools/cart.go": "",
    ])
    let finder = SourceFinder(directory: folder.path, go: GoInstallation { "" })
    func found(_ name: String) -> SourceFinding { .found(path: "\(folder.path)/\(name)", by: .goModule) }
    #expect(finder.find("github.com/acme/shop/cart.go") == found("cart.go"))
    #expect(finder.find("github.com/acme/shop/db/cart.go") == found("db/cart.go"))
    #expect(finder.find("github.com/acme/shop/v2/tools/cart.go") == found("tools/cart.go"))
    #expect(
      finder.find("github.com/acme/other/cart.go")
        == .ambiguous(["cart.go", "db/cart.go", "tools/cart.go"].map { "\(folder.path)/\($0)" }))
  }

  @Test func `lines that are not paths are not folders of Go`() {
    let folders = GoInstallation.Folders(printed: "go: cannot find main module\n")
    #expect(folders.root == nil)
    #expect(folders.moduleCache == nil)
  }
}
