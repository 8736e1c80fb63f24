import Testing

@testable import RaceModel

/// The lock that a type's methods hold where they use a field, counted by hand.
@Suite struct `The lock that guards a field` {
  private static let table = """
    package store

    type Table struct {
    	mu   sync.RWMutex
    	rows map[string]int
    	name string
    }

    func New() *Table { return &Table{rows: map[string]int{}} }

    func (t *Table) Put(key string, n int) {
    	t.mu.Lock()
    	defer t.mu.Unlock()
    	t.rows[key] = n
    }

    func (t *Table) Len() int {
    	t.mu.RLock()
    	defer t.mu.RUnlock()
    	return len(t.rows)
    }

    func (other *Table) Get(key string) int {
    	return other.rows[key]
    }

    func (t *Table) Name() string { return t.name }

    func (t *Table) Drop(key string) {
    	if t.mu.TryLock() {
    		delete(t.rows, key)
    	}
    }

    func (i *Index) rows() int { return i.rows.n }

    """

  @Test func `is counted by line over all methods of the type`() throws {
    let found = try #require(try fieldGuard(["t", "rows"], "Table", Self.table))
    #expect(found.lock == "t.mu")
    #expect(found.held.map(\.method) == ["Put", "Len"])
    #expect(found.without.map { "\($0.method):\($0.place.line)" } == ["Get:24"])
    #expect(found.unknown.map(\.method) == ["Drop"])
    #expect(found.count == 4)
  }

  @Test func `is unknown if no use holds a lock, or all do`() throws {
    #expect(try fieldGuard(["t", "name"], "Table", Self.table) == nil)
    let whole = """
      package store

      func (t *Table) Put(n int) {
      	t.mu.Lock()
      	t.n = n
      	t.mu.Unlock()
      }

      """
    #expect(try fieldGuard(["t", "n"], "Table", whole) == nil)
    #expect(try fieldGuard(["t", "rows"], "Index", Self.table) == nil)
  }

  @Test func `is searched in the other files of the package, except its tests`() throws {
    let folder = try SourceFolder([
      "store/put.go":
        "package store\n\nfunc (t *Table) Put(n int) {\n\tt.mu.Lock()\n\tt.n = n\n\tt.mu.Unlock()\n}\n",
      "store/get.go": "package store\n\nfunc (t *Table) Get() int {\n\treturn t.n\n}\n",
      "store/put_test.go": "package store\n\nfunc (t *Table) peek() int {\n\treturn t.n\n}\n",
    ])
    let report = try GoReport(
      "store.(*Table).Put store/put.go:5", created: "main.main m.go:3",
      previous: "store.(*Table).Get store/get.go:4",
      by: "main goroutine")
    let witness = SourceWitness(SourceFinder(directory: folder.path))
    let found = try #require(witness.testimony(of: report.detail, logModified: nil).guardingLock)
    #expect(found.held.map(\.method) == ["Put"])
    #expect(found.without.map(\.method) == ["Get"])
    #expect(found.unknown == [])
  }

  private func fieldGuard(_ chain: [String], _ type: String, _ text: String) throws -> FieldGuard? {
    let folder = try SourceFolder(["store.go": text])
    let source = try #require(SourceText(try SourceFile(reading: "\(folder.path)/store.go")))
    return FieldUses(chain, of: type, in: [("store.go", source)]).flatMap { FieldGuard($0) }
  }
}
