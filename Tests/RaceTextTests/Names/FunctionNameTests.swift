import Testing

@testable import RaceText

/// Names shortened by the syntax of their language.
@Suite struct FunctionNameTests {
  @Test(arguments: [
    // Names that fit stay as they are.
    ("main.(*Pond).Fill", 20, "main.(*Pond).Fill"),
    // C++: arguments, then template arguments, then namespaces are removed.
    ("pond::reed::Heron::fish(int, std::string const&) const", 30, "pond::reed::Heron::fish(…)"),
    ("pond::Nest<std::vector<int>>::lay(long)", 38, "pond::Nest<std::vector<int>>::lay(…)"),
    ("pond::Nest<std::vector<int>>::lay(long)", 20, "pond::Nest::lay"),
    ("pond::reed::Heron::fish(int, std::string const&) const", 14, "…::Heron::fish"),
    ("pond::reed::Heron::fish(int, std::string const&) const", 8, "…::fish"),
    // The first of several template arguments distinguishes most instances; an empty list is not shortened.
    ("pipeline::Stage<12, std::vector<int, pond::Reed>, long>::pull()", 30, "pipeline::Stage<12, …>::pull()"),
    ("pipeline::Stage<12, std::vector<int, pond::Reed>, long>::pull()", 28, "pipeline::Stage<…>::pull()"),
    ("pipeline::Stage<std::vector<int, pond::Reed>>::pull(int)", 29, "pipeline::Stage<…>::pull(…)"),
    // A return type is not part of the name.
    ("std::vector<int> pond::gather<int, 4>(std::array<int, 4>)", 20, "pond::gather<…>(…)"),
    // Lambdas keep their enclosing function.
    (
      "pond::feed(int)::{lambda(int)#1}::operator()(int) const", 45,
      "pond::feed(…)::{lambda(int)#1}::operator()(…)"
    ),
    ("water::pond::feed(int)::$_0::operator()() const", 26, "…::feed::$_0::operator()"),
    ("(anonymous namespace)::pond::feed(int)", 30, "…::pond::feed"),
    // A path in a template argument is not a Go package's.
    ("Heap<(lambda at ../../src/heap.cc:17:4)>::sweep(int)", 20, "Heap<…>::sweep(…)"),
    ("pond::operator<<(std::ostream&, pond::Reed const&)", 22, "pond::operator<<(…)"),
    ("pond::Reed::operator bool() const", 26, "pond::Reed::operator bool"),
    // Rust.
    ("<alloc::vec::Vec<pond::Reed> as core::ops::Drop>::drop", 20, "<…>::drop"),
    ("pond::reed::swap::<alloc::vec::Vec<usize>>", 20, "pond::reed::swap<…>"),
    ("pond.Heron.label.getter : Swift.Optional<Swift.String>", 24, "pond.Heron.label.getter"),
    ("pond::feed::{closure#0}", 20, "…::feed::{closure#0}"),
    // Swift.
    ("closure #1 (Swift.Int) -> () in Pond.feed(count: Swift.Int) -> ()", 30, "closure #1 in Pond.feed(…)"),
    ("Water.Pond.feed(count: Swift.Int, at: Water.Place) -> Swift.Bool", 20, "Water.Pond.feed(…)"),
    // Go.
    ("pond.(*Heron[go.shape.int]).Fish.func1.2", 20, "…Fish.func1.2"),
    (
      "shape.(*Pair[go.shape.string,go.shape.map[string][]int]).Get", 38,
      "shape.(*Pair[go.shape.string, …]).Get"
    ),
    ("shape.(*Pair[go.shape.string,go.shape.map[string][]int]).Get", 24, "shape.(*Pair[…]).Get"),
    ("pond.Gather[go.shape.struct { pond.a int; pond.b string }]", 16, "pond.Gather[…]"),
    // The last component is cut only if it alone is too wide.
    ("pond::a_function_with_a_very_long_name(int)", 17, "a_functi…ong_name"),
  ])
  func `keeps what a function is`(_ name: String, _ width: Int, _ expected: String) {
    let shown = FrameWords.fitted(name, width, "…")
    #expect(shown == expected)
    #expect(Fitting.columns(shown) <= width)
  }

  @Test(arguments: [
    // The function's directories are removed first, then those of the file, then parts of the name.
    (100, "github.com/example/titan/owner.(*mockManager).GetOwner  /src/titan/owner/mock.go:22"),
    (64, "owner.(*mockManager).GetOwner  /src/titan/owner/mock.go:22"),
    (52, "owner.(*mockManager).GetOwner  /src/titan…mock.go:22"),
    (42, "owner.(*mockManager).GetOwner  mock.go:22"),
    (36, "…(*mockManager).GetOwner  mock.go:22"),
  ])
  func `keeps what distinguishes a site from others`(_ width: Int, _ expected: String) {
    let shown = FrameWords.fitted(
      "github.com/example/titan/owner.(*mockManager).GetOwner", at: "/src/titan/owner/mock.go:22",
      orAt: "mock.go:22", width, .unicode)
    #expect(shown == expected)
  }

  @Test(arguments: [
    ("pond::reed::Heron::fish(int) const", "Heron::fish"), ("main.(*Pond[int]).Fill", "Pond.Fill"),
    ("water::pond::feed(int)::$_0::operator()() const", "pond::feed::$_0::operator()"),
    // Rust: the type in brackets is kept, not the trait it conforms to; arguments after `::` are removed.
    ("<pond::reed::Heron>::fish", "Heron::fish"),
    ("<alloc::vec::Vec<pond::Reed> as core::ops::Drop>::drop", "Vec::drop"),
    ("pond::<impl core::fmt::Debug for pond::Reed>::fmt", "Reed::fmt"),
    ("<pond::Heron>::fish::{closure#0}", "Heron::fish::{closure#0}"),
    ("core::sync::atomic::atomic_sub::<usize, usize>", "atomic::atomic_sub"),
    // Swift: a type after the name is removed.
    ("pond.Heron.label.getter : Swift.String", "Heron.label.getter"),
    ("static pond.Heron.count : Swift.Int", "Heron.count"),
    ("closure #3 (Swift.Int) -> () in static pond.Main.main() -> ()", "Main.main"),
  ])
  func `a sentence uses the last two names`(_ name: String, _ expected: String) {
    #expect(FunctionName(name)?.brief == expected)
  }

  @Test(arguments: [
    ("github.com/pond/reed.(*Heron).Fish", "reed.(*Heron).Fish"),
    ("github.com/pond/reed.Gather[github.com/pond/nest.Egg]", "reed.Gather[github.com/pond/nest.Egg]"),
    ("shop::run::h2b2c1fdcf5ad676c", "shop::run"),
    ("shop::run::_$u7b$$u7b$closure$u7d$$u7d$::h0951afbb23a1bdaf", "shop::run::{{closure}}"),
    ("main.main", "main.main"), ("operator/(Pond const&, int)", "operator/(Pond const&, int)"),
    ("pond::operator/(int)", "pond::operator/(int)"),
    ("Heap<(lambda at ../../src/heap.cc:17:4)>::sweep", "Heap<(lambda at ../../src/heap.cc:17:4)>::sweep"),
  ])
  func `removes only the path of a Go package, and the hash of an older Rust name`(
    _ name: String, _ expected: String
  ) {
    #expect(FrameWords.short(name) == expected)
  }

  /// A hostile log may have a name as long as a line.
  @Test(arguments: [("::", "…::b::c"), (".", "…b.c")])
  func `of very many components the last ones are kept`(_ separator: String, _ expected: String) throws {
    let name = (Array(repeating: "a", count: 20_000) + ["long_name", "b", "c"]).joined(separator: separator)
    let shown = try #require(FunctionName(name)).fitted(9, "…")
    #expect(shown == expected)
  }
}
