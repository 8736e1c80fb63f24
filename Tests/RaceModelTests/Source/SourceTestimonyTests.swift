import Testing

@testable import RaceModel

/// A program whose `Run` continues after a panic that `try` recovers: the detector keeps the frames of `try` and
/// `parse` below the calls that `Run` then makes.
enum RecoveringProgram {
  static let text = """
    package app

    import "errors"

    var errStop = errors.New("stop")
    var total int

    func Run() {
    	try(1)
    	finish()
    }

    func try(n int) {
    	defer func() { recover() }()
    	parse(n)
    }

    func parse(n int) {
    	check(n)
    }

    func check(n int) {
    	if n > 0 {
    		panic(errStop)
    	}
    }

    func finish() {
    	total++
    }

    func walk(n int) {
    	visit(n)
    }

    func visit(n int) {
    	if note(n) { walk(n - 1) }
    }

    func note(n int) bool { total += n; return n > 0 }

    """
  static let finish = "app.finish app/app.go:29;app.Run app/app.go:10"
  static let stale = "app.parse app/app.go:19;app.try app/app.go:15"
  static let run = "app.Run app/app.go:9"
  static let other = "app.read app/read.go:5"
}

@Suite struct `What source says about stale frames` {
  private typealias Program = RecoveringProgram
  private static let longAgo = FileTime(seconds: 1)

  /// A report, analyzed with the program's source.
  private func weighed(
    _ stack: String, previous: String = Program.other, _ text: String = Program.text,
    logModified: FileTime? = nil, name: String = "app/app.go"
  ) throws -> (report: GoReport, analysis: ReportAnalysis) {
    let folder = try SourceFolder([name: text])
    let report = try GoReport(
      stack, created: "main.main m.go:3", previous: previous, by: "main goroutine")
    let witness = SourceWitness(SourceFinder(directory: folder.path))
    let testimony = witness.testimony(of: report.detail, logModified: logModified)
    return (report, report.analysis.weighed(by: testimony, report.detail))
  }

  @Test func `begin at a call that its line does not make and end at the function that continued`() throws {
    let (report, analysis) = try weighed("\(Program.finish);\(Program.stale);\(Program.run)")
    #expect(report.analysis.stale == [:], "the log alone does not tell")
    let stale = try #require(analysis.stale[.access(0)])
    #expect(stale.frames == 2..<5)
    #expect(stale.evidence == .callNotInSource)
    #expect(stale.ruledOut == 2)
    #expect(analysis.callRemarks == [])
  }

  @Test func `all of several rounds are stale`() throws {
    let round = "\(Program.stale);\(Program.run)"
    let (_, analysis) = try weighed("\(Program.finish);\(round);\(round)")
    #expect(analysis.stale[.access(0)]?.frames == 2..<8)
  }

  @Test func `marks nothing when the function is not further out`() throws {
    let (_, analysis) = try weighed("\(Program.finish);\(Program.stale);app.Start app/start.go:3")
    #expect(analysis.stale == [:])
    #expect(analysis.callRemarks == [.ruledOut(.access(0), 2)])
  }

  @Test func `marks nothing when either of two calls may have continued`() throws {
    // The source of the frames between the outer two calls to Run is missing.
    let (_, analysis) = try weighed(
      "\(Program.finish);\(Program.stale);\(Program.run);app.again app/again.go:7;\(Program.run)")
    #expect(analysis.stale == [:])
    #expect(analysis.callRemarks == [.ruledOut(.access(0), 2)])
  }

  @Test func `confirms what the report says`() throws {
    // Elsewhere in the report, the line of parse calls check.
    let (report, analysis) = try weighed(
      "\(Program.finish);\(Program.stale);\(Program.run)",
      previous: "app.check app/app.go:23;\(Program.stale);\(Program.run)")
    #expect(report.analysis.stale[.access(0)]?.evidence == .callLeadsElsewhere)
    #expect(report.analysis.stale[.access(0)]?.ruledOut == nil)
    #expect(analysis.stale[.access(0)]?.evidence == .callLeadsElsewhere)
    #expect(analysis.stale[.access(0)]?.ruledOut == 2)
  }

  @Test func `lines that make all the calls remove the mark`() throws {
    // One line of visit calls note, then walk.
    let recursion =
      "app.note app/app.go:40;app.visit app/app.go:37;app.walk app/app.go:33;app.visit app/app.go:37"
      + ";app.walk app/app.go:33"
    let (report, analysis) = try weighed(
      "app.walk app/app.go:33;app.visit app/app.go:37;app.walk app/app.go:33;app.Run app/app.go:9",
      previous: recursion)
    let seeming = try #require(report.analysis.stale[.access(0)])
    #expect(seeming.frames == 1..<3)
    #expect(analysis.stale[.access(0)] == nil)
    #expect(analysis.callRemarks.contains(.confirmed(.access(0), seeming)))
  }

  @Test func `a file newer than the log says nothing`() throws {
    let (_, analysis) = try weighed(
      "\(Program.finish);\(Program.stale);\(Program.run)", logModified: Self.longAgo)
    #expect(analysis.stale == [:])
    #expect(analysis.callRemarks == [])
  }

  @Test(arguments: [
    // The lines have moved: other functions are there, or none.
    "package app\n\nvar more, lines, here int\n\n" + RecoveringProgram.text,
    RecoveringProgram.text.replacing("\tcheck(n)\n", with: "\n"),
    RecoveringProgram.text.replacing("\tcheck(n)\n", with: "\t// check(n)\n"),
    "package app\n",
  ])
  func `a file with other code at the line says nothing`(_ text: String) throws {
    let (_, analysis) = try weighed("\(Program.finish);\(Program.stale);\(Program.run)", text)
    #expect(analysis.stale == [:])
    #expect(analysis.callRemarks == [])
  }

  @Test func `a file found by its name alone says nothing`() throws {
    let (_, analysis) = try weighed(
      "\(Program.finish);\(Program.stale);\(Program.run)", name: "elsewhere/app.go")
    #expect(analysis.stale == [:])
    #expect(analysis.callRemarks == [])
  }

  @Test(arguments: [
    // A method, or a function in another package, may have the same name.
    ("p.TestX", "p.helper", "\ts.TestX(1)", SourceSupport.unknown),
    ("p.TestX", "p.helper", "\tTestX(1)", .calls),
    ("p.(*T).Add", "p.helper", "\tAdd(1)", .unknown), ("p.(*T).Add", "p.helper", "\tt.Add(1)", .calls),
    ("q.Add", "p.helper", "\tq.Add(1)", .calls), ("q.Add", "p.helper", "\tAdd(1)", .calls),
  ])
  func `methods are distinguished from functions`(
    _ function: String, _ caller: String, _ line: String, _ expected: SourceSupport
  ) throws {
    let file = SourceFile(
      path: "p.go", modified: FileTime(seconds: 0),
      bytes: Array("package p\n\nfunc helper() {\n\(line)\n}\n".utf8))
    let text = try #require(SourceText(file))
    #expect(SourceSupport.of(text, line: 4, function: function, caller: caller) == expected)
  }

  @Test(arguments: [
    ("func helper(x int) {\n\tx++\n}\n", "helper"), ("func (t *T) Add(x int) {\n\tx++\n}\n", "Add"),
    ("func (b *Box[K, V]) Put(k K) {\n\tx++\n}\n", "Put"), ("func Map[K any](k K) {\n\tx++\n}\n", "Map"),
    ("func (T) Get() {\n\tx++\n}\n", "Get"),
  ])
  func `finds a function's own name`(_ code: String, _ name: String) throws {
    let file = SourceFile(
      path: "p.go", modified: FileTime(seconds: 0), bytes: Array("package p\n\n\(code)".utf8))
    let text = try #require(SourceText(file))
    #expect(GoFunctionBody(around: 4, in: text)?.name == name)
  }
}
