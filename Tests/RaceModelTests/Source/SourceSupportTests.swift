import Testing

@testable import RaceModel

@Suite struct `Whether a line calls a function` {
  private static let shop = """
    package shop

    func work() {
    	helper(1)
    	helper(2) // boom
    	s.Add(
    		first(),
    		2,
    	)
    	total := sum(list...)
    	n := Map[int, string](list)
    	x++
    	go boom()
    	run(boom)
    	defer boom()
    }

    func plain(ch chan int, f func()) int {
    	x := 1
    	x++
    	helper(x)
    	f()
    	other(x)
    	y := a[x]
    	panic("gone")
    	len := y
    	len(x)
    	log.Print(x)
    	for range x {
    	}
    	x = cap(ch) +
    		helper(2)
    	func() { x = 2 }()
    	"boom(1)" == s
    	return x
    }

    func deferring() {
    	defer cleanup()
    	x++
    }

    func recovering() {
    	defer func() { recover() }()
    	x++
    }

    func helper(x int) int { return x }

    """

  private func support(
    _ line: Int, _ function: String, reappears: Bool = false, _ text: String = shop, name: String = "shop.go"
  ) -> SourceSupport {
    let file = SourceFile(path: name, modified: FileTime(seconds: 0), bytes: Array(text.utf8))
    return SourceSupport.of(file, line: line, function: function, reappears: reappears)
  }

  @Test(arguments: [
    (4, "helper"), (4, "github.com/acme/shop.helper"), (6, "github.com/acme/shop.(*Store).Add"), (8, "Add"),
    (9, "Add"), (7, "first"), (6, "first"), (10, "shop.sum"), (11, "shop.Map[...]"), (15, "boom"),
    (31, "helper"),
    (32, "helper"),
  ])
  func `is true where the statement calls it by name`(_ line: Int, _ function: String) {
    #expect(support(line, function) == .calls)
  }

  @Test(arguments: [
    // Only named, called by another goroutine, called by a literal.
    (14, "boom"), (13, "boom"), (33, "x"),
    // Functions that are never named in calls.
    (12, "shop.work.func1"), (12, "shop.init.0"), (12, "shop.work.gowrap2"), (12, "shop.Add-fm"),
    (12, "shop.work.deferwrap1"),
    (20, "runtime.convTnoptr"), (20, "internal/runtime/maps.(*Map).Delete"), (20, "type:.eq.shop.Item"),
    (12, "glob..func1"), (12, "shop.work.func1.2"), (12, "shop.seq-range1"), (12, ""),
    // A variable, a function of another file or package, a shadowed builtin, a loop over a function, a literal.
    (22, "boom"), (23, "boom"), (28, "boom"), (27, "boom"), (29, "boom"), (33, "boom"),
    // A deferring function, and lines outside any function.
    (41, "boom"), (1, "boom"), (2, "boom"), (99, "boom"), (0, "boom"),
  ])
  func `is unknown in doubt`(_ line: Int, _ function: String) {
    #expect(support(line, function) == .unknown)
    if line != 14 { #expect(support(line, function, reappears: true) != .calls) }
  }

  @Test(arguments: [20, 21, 31, 35, 46])
  func `is false where the statement can call nothing of that name`(_ line: Int) {
    #expect(support(line, "shop.boom") == .doesNotCall)
    #expect(support(line, "shop.(*T).boom") == .doesNotCall)
  }

  @Test(arguments: [24, 25])
  func `a panic can call what is deferred further out, but not a function that is there`(_ line: Int) {
    #expect(support(line, "shop.boom") == .unknown)
    #expect(support(line, "shop.boom", reappears: true) == .doesNotCall)
  }

  @Test func `text in strings and comments calls nothing`() {
    #expect(support(5, "boom") == .unknown, "the function has a deferred call")
    #expect(support(34, "boom") == .doesNotCall)
  }

  @Test func `does not judge a statement without its end`() {
    let text = "package a\nfunc f() {\n\tx = 1 +\n\t\t2 +\n\t\t3 +\n\t\t4 +\n\t\t5\n\ty++\n}\n"
    #expect(support(3, "boom", text) == .unknown)
    #expect(support(7, "boom", text) == .unknown)
    #expect(support(8, "boom", text) == .doesNotCall)
  }

  @Test(arguments: ["//go:norace\nfunc g() {\n}\n", "import \"C\"\n"])
  func `anything is possible in code that leaves no frames`(_ addition: String) {
    let text = "package a\nfunc f() {\n\tx++\n}\n"
    #expect(support(3, "boom", text) == .doesNotCall)
    #expect(support(3, "boom", text + addition) == .unknown)
  }

  @Test(
    arguments: [
      ("ns::Cart::add(int, std::vector<int> const&)", "cart->add(1, {});", .calls),
      ("void ns::apply<int>(int)", "apply(1);", .calls), ("(anonymous namespace)::run()", "run();", .calls),
      ("Cart::add(int)", "LOCK(x);", .unknown), ("Cart::add(int)", "x++;", .unknown),
      ("Cart::~Cart()", "}", .unknown),
      ("Cart::operator()(int)", "f(1);", .unknown), ("main::$_0::operator()() const", "f();", .unknown),
    ] as [(String, String, SourceSupport)])
  func `C++ can confirm but never refute`(_ function: String, _ line: String, _ expected: SourceSupport) {
    #expect(support(1, function, line, name: "cart.cc") == expected)
  }

  @Test func `Rust and Swift can confirm, an unknown language cannot`() {
    #expect(support(1, "shop::cart::add::h0123456789abcdef", "cart.add(1);", name: "a.rs") == .calls)
    #expect(support(1, "shop::main::{{closure}}", "main();", name: "a.rs") == .unknown)
    #expect(support(1, "Cart.add(_:)", "cart\n", name: "a.swift") == .unknown)
    #expect(support(2, "Cart.add(_:)", "cart\n  .add(1)\n", name: "a.swift") == .calls)
    #expect(support(1, "add", "add(1)", name: "a.py") == .unknown)
  }
}
