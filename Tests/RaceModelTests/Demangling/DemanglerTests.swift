import RaceSystem
import Testing

@testable import RaceModel

@Suite struct `Mangled names` {
  @Test(arguments: [
    ("_ZN4pond5quackEv", Mangling.cxx), ("__ZN4pond5quackEv", .cxx), ("_ZN4pond5quackEv.cold", .cxx),
    ("_RNvCs1234_4pond5quack", .rust), ("__RNvCs1234_4pond5quack", .rust), ("$s4pond5quackyyF", .swift),
    ("$S4pond5quackyyF", .swift), ("_$s4pond5quackyyF", .swift), ("_T04pond5quackyyF", .swift),
    ("_ZN4pond6größeEv", .cxx),
  ])
  func `are recognized by their beginning`(_ name: String, _ mangling: Mangling) {
    #expect(Mangling.of(name) == mangling)
  }

  @Test(arguments: [
    "", "_", "$", "_Z", "main", "_start", "_RUN", "_REENTRANT", "__tsan_read4", "pond::quack()",
    "main.(*T)._Zap",
    // Names that could end a line or harm a program or a terminal are never passed on.
    "_ZN4pond5quackEv\n_Z1fv", "_ZN4pond quackEv", "_Z1f\u{1B}[31m", "_Z1f\0", "_Z1f\u{85}", "_Z1f\u{202E}v",
    "$s\u{7F}", "_Z" + String(repeating: "a", count: 20000),
  ])
  func `are not mistaken for others`(_ name: String) { #expect(Mangling.of(name) == nil) }
}

@Suite struct `Asking programs about mangled names` {
  private static let names = ["_Z1av", "_Z1bv", "_Z1cv", "_Z1dv", "_Z1ev"]

  /// Passes C++ names to shell scripts.
  private func ask(
    _ names: [String] = names, _ scripts: String..., seconds: Int = 30, total: Int = 60
  ) -> Demangling {
    Demangler.demangle(
      names, by: { $0 == .cxx ? scripts.map { ("/bin/sh", ["-c", $0]) } : [] }, seconds: seconds, total: total
    )
  }

  /// A script that performs an action for each name it reads.
  private func each(_ action: String) -> String { "while read -r name; do \(action); done" }

  @Test func `matches each line of the answer to the name on that line`() {
    let answer = ask(["_Z1av", "main", "__Z1bv", "_Z1cv"], each(#"echo "<$name>""#))
    #expect(answer.names == ["_Z1av": "<_Z1av>", "__Z1bv": "<_Z1bv>", "_Z1cv": "<_Z1cv>"])
    #expect(answer.problems.isEmpty)
  }

  @Test func `an unchanged name is not demangled`() {
    let answer = ask(["_Z1av", "__Z1bv"], "cat")
    #expect(answer.names.isEmpty && answer.problems == [.unknown(.cxx)])
    #expect(ask(["_Z1av"], each("echo")).names.isEmpty)
  }

  @Test func `asks the next program about names that the first does not know`() {
    let first = each(#"case $name in _Z1a*) echo a;; *) echo "$name";; esac"#)
    let second = each(#"case $name in _Z1a*) echo wrong;; _Z1b*) echo b;; *) echo "$name";; esac"#)
    let answer = ask(Self.names, first, second)
    #expect(answer.names == ["_Z1av": "a", "_Z1bv": "b"] && answer.problems.isEmpty)
  }

  @Test(arguments: ["kill -KILL $$", "yes", "echo more; echo lines"])
  func `a name that crashes a program does not lose other names`(_ failure: String) {
    let answer = ask(Self.names, each("case $name in _Z1d*) \(failure);; *) echo ok;; esac"))
    #expect(answer.names == ["_Z1av": "ok", "_Z1bv": "ok", "_Z1cv": "ok", "_Z1ev": "ok"])
    #expect(answer.problems == [.failed(program: "/bin/sh")])
  }

  @Test func `splits names into batches that a program can take`() {
    let names = (0..<2500).map { "_Z\($0)v" }
    let answer = ask(names, "sed s/_Z/number/")
    #expect(answer.names.count == 2500 && answer.names["_Z2499v"] == "number2499v")
  }

  @Test func `ends a program that hangs`() {
    let answer = ask(Self.names, "exec sleep 1000", seconds: 0)
    #expect(answer.names.isEmpty && answer.problems == [.failed(program: "/bin/sh")])
  }

  @Test func `starts no program once the total time is up`() {
    let answer = ask(Self.names, each("echo ok"), total: 0)
    #expect(answer.names.isEmpty && answer.problems == [.failed(program: "/bin/sh")])
  }

  @Test func `a program that expects other arguments fails`() {
    let answer = ask(Self.names, each("echo ok") + "; exit 2")
    #expect(answer.names.isEmpty && answer.problems == [.failed(program: "/bin/sh")])
  }

  @Test func `names a program that is not installed`() {
    let answer = Demangler.demangle(
      Self.names + ["_RNvC1a1b"], by: { _ in [("racetui-no-such-program", [])] }, seconds: 30, total: 60)
    #expect(answer.names.isEmpty && answer.problems == [.missing(.cxx), .missing(.rust)])
    let problems = answer.problems.map(\.description)
    #expect(problems[0].contains("c++filt is not installed"))
    #expect(problems[1].contains("no demangler such as rustfilt is installed"))
  }

  @Test func `an answer can do no more harm than a log`() throws {
    let answer = ask(
      ["_Z1av"], #"printf 'du\033]0;title\007ck\033[31m::\001qu\302\205ack\342\200\256\377()\n'"#)
    #expect(answer.names == ["_Z1av": "duck::qu\u{FFFD}ack\u{FFFD}\u{FFFD}()"])
    #expect(ask(["_Z1av"], "head -c 20000 /dev/zero | tr '\\0' x; echo").names.isEmpty)
  }
}

@Suite struct `Installed demanglers` {
  private static func isInstalled(_ program: String) -> Bool {
    (try? ChildProgram.run(program, ["--version"], limit: 1 << 16, seconds: 60)) != nil
  }

  @Test(.enabled(if: isInstalled("c++filt") || isInstalled("llvm-cxxfilt")))
  func `know C++ names`() {
    let answer = Demangler.demangle(["_ZN4pond4Duck5quackEi", "__ZN4pond4Duck5quackEi"])
    #expect(
      answer.names == [
        "_ZN4pond4Duck5quackEi": "pond::Duck::quack(int)", "__ZN4pond4Duck5quackEi": "pond::Duck::quack(int)",
      ])
  }

  @Test(.enabled(if: isInstalled("swift-demangle") || isInstalled("swift")))
  func `know Swift names`() {
    let answer = Demangler.demangle(["$s4pond4DuckC5quackyyF"])
    #expect(answer.names == ["$s4pond4DuckC5quackyyF": "pond.Duck.quack() -> ()"])
  }
}
