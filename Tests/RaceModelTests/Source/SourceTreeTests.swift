import Foundation
import Testing

@testable import RaceModel

@Suite struct `Files of a source tree` {
  @Test func `come from all folders that can hold code without a repository`() throws {
    let folder = try SourceFolder([
      "a.go": "", "sub/b.go": "", "sub/deep/c.go": "", ".git-like/d.go": "", "node_modules/x/e.js": "",
      ".build/f.swift": "",
    ])
    let tree = SourceTree(root: folder.path)
    #expect(tree.files.sorted() == [".git-like/d.go", "a.go", "sub/b.go", "sub/deep/c.go"])
    #expect(tree.isComplete)
    #expect(tree.paths(named: "c.go") == [folder.path + "/sub/deep/c.go"])
    #expect(tree.paths(named: "sub").isEmpty)
  }

  @Test func `a link back causes no loop, and a linked file counts`() throws {
    let folder = try SourceFolder(["sub/a.go": ""])
    let files = FileManager.default
    try files.createSymbolicLink(atPath: folder.path + "/sub/up", withDestinationPath: folder.path)
    try files.createSymbolicLink(atPath: folder.path + "/sub/b.go", withDestinationPath: "a.go")
    #expect(SourceTree(root: folder.path).files == ["sub/a.go", "sub/b.go"])
    try files.createSymbolicLink(atPath: folder.path + "/here", withDestinationPath: folder.path + "/sub")
    #expect(SourceTree(root: folder.path + "/here").files == ["a.go", "b.go"], "the root may be a link")
  }

  @Test func `limits drop the deepest files first, and it says so`() throws {
    let folder = try SourceFolder(["a.go": "", "b.go": "", "sub/c.go": "", "sub/deep/d.go": ""])
    let few = SourceTree(root: folder.path, bounds: .init(files: 3))
    #expect(few.files == ["a.go", "b.go", "sub/c.go"])
    #expect(!few.isComplete)
    let flat = SourceTree(root: folder.path, bounds: .init(depth: 1))
    #expect(flat.files == ["a.go", "b.go", "sub/c.go"])
    #expect(!flat.isComplete)
  }

  @Test func `a repository names its files, new ones too and ignored ones not`() throws {
    let folder = try SourceFolder([
      "a.go": "", "sub/b.go": "", "sub/new.go": "", "out/gen.go": "", ".gitignore": "out/\n",
      "ü \"q\".go": "",
    ])
    try folder.git("init", "-q")
    try folder.git("add", "a.go", "sub/b.go", ".gitignore")
    let tree = SourceTree(root: folder.path)
    #expect(tree.files.sorted() == [".gitignore", "a.go", "sub/b.go", "sub/new.go", "ü \"q\".go"])
    #expect(SourceTree(root: folder.path + "/sub").files.sorted() == ["b.go", "new.go"])
  }

  @Test func `a repository inside a repository belongs to the tree`() throws {
    let folder = try SourceFolder(["a.go": "", "inner/b.go": ""])
    try folder.git("init", "-q")
    try folder.git("init", "-q", "inner")
    #expect(SourceTree(root: folder.path).files.sorted() == ["a.go", "inner/b.go"])
  }

  @Test func `a folder that a repository ignores is read nevertheless`() throws {
    let folder = try SourceFolder([".gitignore": "*\n", "work/a.go": ""])
    try folder.git("init", "-q")
    #expect(SourceTree(root: folder.path + "/work").files == ["a.go"])
  }

  @Test func `a repository's configuration starts no program`() throws {
    let folder = try SourceFolder(["a.go": ""])
    try folder.git("init", "-q")
    try folder.git("add", "a.go")
    try folder.write(
      "[core]\n\trepositoryformatversion = 0\n\tfsmonitor = \"touch \(folder.path)/ran; false\"\n",
      to: ".git/config")
    #expect(SourceTree(root: folder.path).files == ["a.go"])
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/ran"))
  }

  @Test func `a tree is listed once`() throws {
    let folder = try SourceFolder(["a.go": ""])
    let tree = SourceTree(root: folder.path)
    tree.load()
    try folder.write("", to: "b.go")
    #expect(tree.files == ["a.go"])
  }

  @Test func `a missing folder has no files`() {
    #expect(SourceTree(root: "/nowhere/at/all").files.isEmpty)
  }
}
