import Testing

@testable import RaceModel

/// The locks that a Rust function holds at a line: certain with one reading, silent with two.
@Suite struct RustLocksTests {
  private func inFunction(_ body: String) -> String {
    "use std::sync::{Mutex, RwLock};\n\nimpl Pond {\n    pub fn fill(&self, n: usize) -> usize {\n" + body
      + "\n    }\n}\n"
  }

  static let guards: [LockCase] = [
    LockCase("no lock at all", "", "self.n.set(3); // here"),
    LockCase("a guard", "self.m", "let mut g = self.m.lock().unwrap();\n*g += 1; // here"),
    LockCase("a guard by a message", "m", "let g = m.lock().expect(\"poisoned\");\nuse_it(&g); // here"),
    LockCase(
      "a guard of a poisoned lock, too", "m",
      "let g = m.lock().unwrap_or_else(|e| e.into_inner());\ng.run(); // here"),
    LockCase("a guard or an error", "m", "let g = m.lock()?;\ng.run(); // here"),
    LockCase("without poison", "self.m", "let mut g = self.m.lock();\ng.push(1); // here"),
    LockCase("awaited", "self.m", "let mut g = self.m.lock().await;\ng.push(1); // here"),
    LockCase("to read", "state read", "let g = state.read().unwrap();\nuse_it(&g); // here"),
    LockCase("to write", "state", "let mut g = state.write().unwrap();\ng.push(1); // here"),
    LockCase("a static", "STATE", "let _g = STATE.lock().unwrap();\nunsafe { N += 1; } // here"),
    LockCase("behind its block", "", "{\nlet g = m.lock().unwrap();\n}\nunsafe { N += 1; } // here"),
    LockCase("in its block", "m", "unsafe {\nlet _g = m.lock().unwrap();\nN += 1; // here\n}"),
    LockCase("before the guard", "", "unsafe { N += 1; } // here\nlet _g = m.lock().unwrap();"),
    LockCase("on the guard's own line", "?", "let _g = m.lock().unwrap(); // here"),
    LockCase("dropped", "", "let g = m.lock().unwrap();\ndrop(g);\nunsafe { N += 1; } // here"),
    LockCase(
      "dropped by its whole name", "",
      "let g = m.lock().unwrap();\nstd::mem::drop(g);\nunsafe { N += 1; } // here"),
    LockCase("before it is dropped", "m", "let g = m.lock().unwrap();\nunsafe { N += 1; } // here\ndrop(g);"),
    LockCase(
      "something else dropped", "m", "let g = m.lock().unwrap();\ndrop(n);\nunsafe { N += 1; } // here"),
    LockCase(
      "dropped in a branch", "?",
      "let g = m.lock().unwrap();\nif n > 3 {\ndrop(g);\n}\nunsafe { N += 1; } // here"),
    LockCase(
      "dropped on the way out", "m",
      "let g = m.lock().unwrap();\nif n > 3 {\ndrop(g);\nreturn 0;\n}\nunsafe { N += 1; } // here"),
    LockCase("dropped at once", "", "let _ = m.lock().unwrap();\nunsafe { N += 1; } // here"),
    LockCase("dropped at once, without poison", "", "let _ = m.lock();\nunsafe { N += 1; } // here"),
    LockCase("shadowed, but held", "m", "let g = m.lock().unwrap();\nlet g = 3;\nunsafe { N += g; } // here"),
    LockCase(
      "shadowed, and the other dropped", "m",
      "let g = m.lock().unwrap();\nlet g = vec![n];\ndrop(g);\nunsafe { N += 1; } // here"),
    LockCase(
      "shadowed by another guard, which is dropped", "a",
      "let g = a.lock().unwrap();\nlet g = b.lock().unwrap();\ndrop(g);\nunsafe { N += 1; } // here"),
    LockCase(
      "two guards", "b, a",
      "let g = a.lock().unwrap();\nlet h = b.lock().unwrap();\nunsafe { N += 1; } // here"),
    LockCase("moved", "?", "let g = m.lock().unwrap();\nlet h = g;\nunsafe { N += 1; } // here"),
    LockCase("given away", "?", "let g = m.lock().unwrap();\nfinish(g);\nunsafe { N += 1; } // here"),
    LockCase(
      "moved into a closure", "?",
      "let g = m.lock().unwrap();\nspawn(move || run(g));\nunsafe { N += 1; } // here"),
    LockCase(
      "what it guards is lent", "m",
      "let mut g = m.lock().unwrap();\nfinish(&mut g);\nunsafe { N += 1; } // here"),
    LockCase(
      "lent to be unlocked", "?",
      "let mut g = m.lock();\nMutexGuard::unlocked(&mut g, || rest());\nunsafe { N += 1; } // here"),
    LockCase(
      "a result, unwrapped later", "?", "let r = m.lock();\nlet g = r.unwrap();\nunsafe { N += 1; } // here"),
    LockCase(
      "it waits", "m",
      "let mut g = m.lock().unwrap();\nwhile !*g {\ng = cv.wait(g).unwrap();\n}\nunsafe { N += 1; } // here"),
    LockCase(
      "it waits and gets a new name", "m",
      "let g = m.lock().unwrap();\nlet h = cv.wait(g).unwrap();\nunsafe { N += *h; } // here"),
    LockCase("tried", "?", "if let Ok(g) = m.try_lock() {\nunsafe { N += 1; } // here\n}"),
    LockCase("if it is well", "m", "if let Ok(mut g) = m.lock() {\n*g += 1; // here\n}"),
    LockCase(
      "behind if it is well", "", "if let Ok(mut g) = m.lock() {\n*g += 1;\n}\nunsafe { N += 1; } // here"),
    LockCase(
      "if it is not well", "?",
      "if let Ok(mut g) = m.lock() {\n*g += 1;\n} else {\nunsafe { N += 1; } // here\n}"),
    LockCase("or else", "m", "let Ok(g) = m.lock() else { return 0 };\nunsafe { N += *g; } // here"),
    LockCase(
      "or else, of something else", "",
      "let Some(x) = self.x.get() else {\nreturn 0;\n};\nunsafe { N += x; } // here"),
    LockCase("one of many", "?", "let g = self.shards[n].lock().unwrap();\nunsafe { N += 1; } // here"),
    LockCase("found by a call", "?", "let g = self.shard(n).lock().unwrap();\nunsafe { N += 1; } // here"),
    LockCase("by a function of the program", "?", "let g = self.lock_all();\nunsafe { N += 1; } // here"),
    LockCase("in a loop", "m", "for i in 0..n {\nlet g = m.lock().unwrap();\nunsafe { N += i; } // here\n}"),
    LockCase(
      "in a loop, dropped", "?",
      "let mut g = Some(m.lock().unwrap());\nfor i in 0..n {\nunsafe { N += i; } // here\ng = None;\n}"),
    LockCase(
      "out of a loop", "",
      "loop {\nlet g = m.lock().unwrap();\nif *g > 3 { break; }\n}\nunsafe { N += 1; } // here"),
    LockCase(
      "out of a block with a name", "",
      "'a: {\nlet g = m.lock().unwrap();\nif *g > 3 { break 'a; }\n}\nunsafe { N += 1; } // here"),
    LockCase("reads what may be one", "?", "let v = p.read();\nunsafe { N += v; } // here"),
    LockCase(
      "a mutex that is made", "m",
      "let m = Arc::new(Mutex::new(0));\nlet g = m.lock().unwrap();\nunsafe { N += *g; } // here"),
  ]

  static let temporaries: [LockCase] = [
    LockCase("in a statement", "m", "m.lock().unwrap().push(1); // here"),
    LockCase("over several lines", "self.m", "self.m\n.lock()\n.unwrap()\n.push(1); // here"),
    LockCase("behind it", "", "m.lock().unwrap().push(1);\nunsafe { N += 1; } // here"),
    LockCase("behind a value", "", "let x = *m.lock().unwrap();\nunsafe { N += x; } // here"),
    LockCase("a value", "m", "let x = *m.lock().unwrap(); // here"),
    LockCase("a value that is changed", "m", "*m.lock().unwrap() += 1; // here"),
    LockCase("what is added is read before", "?", "*m.lock().unwrap() += COUNT; // here"),
    LockCase("what is assigned to is written behind", "m", "self.total = m.lock().unwrap().n; // here"),
    LockCase("an argument before it", "?", "add(COUNT, m.lock().unwrap().n); // here"),
    LockCase("an argument behind it", "m", "add(m.lock().unwrap().n, COUNT); // here"),
    LockCase("lent to a variable", "?", "let x = &*m.lock().unwrap();\nunsafe { N += 1; } // here"),
    LockCase("given away", "?", "keep(m.lock().unwrap());\nunsafe { N += 1; } // here"),
    LockCase(
      "kept in a structure", "?", "let w = Held { g: m.lock().unwrap() };\nunsafe { N += 1; } // here"),
    LockCase("in a condition", "", "if m.lock().unwrap().is_empty() {\nunsafe { N += 1; } // here\n}"),
    LockCase(
      "in the condition of a loop", "", "while m.lock().unwrap().is_empty() {\nunsafe { N += 1; } // here\n}"),
    LockCase("if let", "m", "if let Some(x) = m.lock().unwrap().pop() {\nunsafe { N += x; } // here\n}"),
    LockCase(
      "if let, else", "?",
      "if let Some(x) = m.lock().unwrap().pop() {\nrun(x);\n} else {\nunsafe { N += 1; } // here\n}"),
    LockCase(
      "behind if let", "",
      "if let Some(x) = m.lock().unwrap().pop() {\nrun(x);\n} else {\nrest();\n}\nunsafe { N += 1; } // here"),
    LockCase(
      "while let", "m", "while let Some(x) = m.lock().unwrap().pop() {\nunsafe { N += x; } // here\n}"),
    LockCase(
      "behind while let", "",
      "while let Some(x) = m.lock().unwrap().pop() {\nrun(x);\n}\nunsafe { N += 1; } // here"),
    LockCase(
      "match", "m", "match m.lock().unwrap().get(n) {\nSome(x) => unsafe { N += x }, // here\nNone => {}\n}"),
    LockCase(
      "behind match", "",
      "match m.lock().unwrap().get(n) {\nSome(x) => run(x),\nNone => return 0,\n}\nunsafe { N += 1; } // here"
    ),
    LockCase(
      "match on the guard", "nothing",
      "match m.lock() {\nOk(g) => drop(g),\nErr(_) => return 0,\n}\nunsafe { N += 1; } // here"),
    LockCase("for", "m", "for x in m.lock().unwrap().iter() {\nunsafe { N += x; } // here\n}"),
    LockCase("behind for", "", "for x in m.lock().unwrap().iter() {\nrun(x);\n}\nunsafe { N += 1; } // here"),
    LockCase("the second of two", "?", "if ready && m.lock().unwrap().is_empty() { // here\nrun();\n}"),
    LockCase("mapped", "?", "m.lock().map(|mut g| g.push(1));\nunsafe { N += 1; } // here"),
    LockCase(
      "the last of a block", "nothing",
      "let x = {\nprepare();\nm.lock().unwrap().n\n} + unsafe {\nN // here\n};"),
    LockCase("the whole result", "m", "return m.lock().unwrap().len(); // here"),
    LockCase(
      "a clone", "", "let all = state.read().unwrap().clone();\nfor x in all {\nunsafe { N += x; } // here\n}"
    ),
  ]

  static let closures: [LockCase] = [
    LockCase(
      "a closure is another function", "",
      "let g = m.lock().unwrap();\nthread::spawn(move || {\nunsafe { N += 1; } // here\n});"),
    LockCase(
      "with its own guard", "m",
      "thread::spawn(move || {\nlet g = m.lock().unwrap();\nunsafe { N += *g; } // here\n});"),
    LockCase(
      "with parameters and without braces", "", "list.iter().for_each(|x|\nunsafe { N += x }); // here"),
    LockCase(
      "called at once", "nothing", "let g = m.lock().unwrap();\n(|| {\nunsafe { N += 1; } // here\n})();"),
    LockCase(
      "around it", "m",
      "let g = m.lock().unwrap();\nlist.iter().for_each(|x| run(x));\nunsafe { N += 1; } // here"),
    LockCase(
      "asynchronous", "", "let g = m.lock().unwrap();\nspawn(async move {\nunsafe { N += 1; } // here\n});"),
    LockCase("once", "INIT once", "INIT.call_once(|| {\nunsafe { N = 1; } // here\n});"),
    LockCase("behind once", "", "INIT.call_once(|| {\nunsafe { N = 1; }\n});\nunsafe { N += 1; } // here"),
    LockCase(
      "a function in a function", "nothing",
      "let g = m.lock().unwrap();\nfn add() {\nunsafe { N += 1; } // here\n}\nadd();"),
    LockCase(
      "code of a macro", "nothing",
      "let g = m.lock().unwrap();\nselect! {\nx = a => unsafe { N += 1 }, // here\n}"),
    LockCase(
      "an or in a pattern", "m",
      "let g = m.lock().unwrap();\nmatch n {\n1 | 2 => unsafe { N += 1 }, // here\n_ => {}\n}"),
  ]

  @Test(arguments: guards + temporaries + closures)
  func `are known when there is one reading`(_ sample: LockCase) throws {
    #expect(try locks(in: inFunction(sample.code), path: "/src/pond.rs") == sample.expected, "\(sample.code)")
  }

  @Test(arguments: [
    LockCase(
      "a lock that is declared", "self.state read",
      "struct Pond { state: RwLock<u32>, n: u32 }\nimpl Pond {\nfn get(&self) {\nlet g = self.state.read();\nuse_it(&g); // here\n}\n}"
    ),
    LockCase(
      "a pointer that is declared", "",
      "use std::sync::RwLock;\nfn get(p: *const u32) {\nlet v = p.read();\nuse_it(v); // here\n}"),
    LockCase(
      "a bound", "m",
      "fn run<F>(f: F, m: &Mutex<[u8; 3]>) -> Result<(), Error>\nwhere F: Fn(u8) -> u8 {\nlet g = m.lock().unwrap();\nf(3); // here\nOk(())\n}"
    ),
    LockCase(
      "a function of a macro", "nothing",
      "macro_rules! make {\n() => {\nfn run() {\nlet g = m.lock().unwrap();\nx(); // here\n}\n};\n}"),
    LockCase("a guard that is given", "?", "fn run(g: MutexGuard<u32>) {\nunsafe { N += 1; } // here\n}"),
    LockCase(
      "the function before", "",
      "fn a() { let g = m.lock().unwrap(); }\nfn b() {\nunsafe { N += 1; } // here\n}"),
    LockCase(
      "a lifetime", "m",
      "fn run<'a>(m: &'a Mutex<u8>) {\n'outer: for i in 0..3 {\nlet g = m.lock().unwrap();\nif i > 1 { continue 'outer; }\nx(); // here\n}\n}"
    ),
    LockCase("only a declaration", "nothing", "trait Run {\nfn run(&self);\nconst N: u8 = 3; // here\n}"),
  ])
  func `belong to the function around the line`(_ sample: LockCase) throws {
    #expect(try locks(in: sample.code, path: "/src/pond.rs") == sample.expected, "\(sample.code)")
  }
}
