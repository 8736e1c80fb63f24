import Testing

@testable import RaceModel

/// The locks that a kernel function holds at a line.
@Suite struct KernelLocksTests {
  private func inFunction(_ body: String) -> String {
    "#include <linux/mutex.h>\n\nstatic int __must_check fill(struct pond *p, int n)\n{\n" + body
      + "\n\treturn 0;\n}\n\nmodule_init(start);\n"
  }

  static let cases: [LockCase] = [
    LockCase("no lock at all", "", "\tp->n++; // here"),
    LockCase("a spinlock", "p->lock", "\tspin_lock(&p->lock);\n\tp->n++; // here\n\tspin_unlock(&p->lock);"),
    LockCase("given back", "", "\tspin_lock(&p->lock);\n\tspin_unlock(&p->lock);\n\tp->n++; // here"),
    LockCase(
      "with bottom halves off", "p->lock",
      "\tspin_lock_bh(&p->lock);\n\tp->n++; // here\n\tspin_unlock_bh(&p->lock);"),
    LockCase(
      "with interrupts saved", "p->lock",
      "\tunsigned long flags;\n\tspin_lock_irqsave(&p->lock, flags);\n\tp->n++; // here\n\tspin_unlock_irqrestore(&p->lock, flags);"
    ),
    LockCase(
      "a raw spinlock", "rq->lock",
      "\traw_spin_lock_irq(&rq->lock);\n\trq->n++; // here\n\traw_spin_unlock_irq(&rq->lock);"),
    LockCase("a mutex", "lock", "\tmutex_lock(&lock);\n\tp->n++; // here\n\tmutex_unlock(&lock);"),
    LockCase(
      "a mutex in a mutex", "b->m, a->m",
      "\tmutex_lock(&a->m);\n\tmutex_lock_nested(&b->m, SINGLE_DEPTH_NESTING);\n\tp->n++; // here"),
    LockCase(
      "a mutex that may not be had", "?",
      "\tif (mutex_lock_interruptible(&p->m))\n\t\treturn -EINTR;\n\tp->n++; // here\n\tmutex_unlock(&p->m);"),
    LockCase(
      "a mutex that is tried", "?", "\tif (!mutex_trylock(&p->m))\n\t\treturn -EBUSY;\n\tp->n++; // here"),
    LockCase("readers", "p->rw read", "\tread_lock(&p->rw);\n\tn = p->n; // here\n\tread_unlock(&p->rw);"),
    LockCase(
      "writers", "p->rw", "\twrite_lock_irq(&p->rw);\n\tp->n = n; // here\n\twrite_unlock_irq(&p->rw);"),
    LockCase(
      "a semaphore of readers", "mm->mmap read",
      "\tdown_read(&mm->mmap);\n\tn = p->n; // here\n\tup_read(&mm->mmap);"),
    LockCase(
      "a semaphore of writers", "mm->mmap",
      "\tdown_write(&mm->mmap);\n\tp->n = n; // here\n\tup_write(&mm->mmap);"),
    LockCase(
      "writers become readers", "?",
      "\tdown_write(&p->rw);\n\tdowngrade_write(&p->rw);\n\tn = p->n; // here\n\tup_read(&p->rw);"),
    LockCase("a plain semaphore", "?", "\tdown(&p->sem);\n\tp->n++; // here\n\tup(&p->sem);"),
    LockCase("RCU", "RCU RCU", "\trcu_read_lock();\n\tn = p->n; // here\n\trcu_read_unlock();"),
    LockCase("behind RCU", "", "\trcu_read_lock();\n\tn = p->n;\n\trcu_read_unlock();\n\tp->n++; // here"),
    LockCase(
      "RCU that sleeps", "?",
      "\tint i = srcu_read_lock(&p->srcu);\n\tn = p->n; // here\n\tsrcu_read_unlock(&p->srcu, i);"),
    LockCase("a guard", "p->lock", "\tguard(mutex)(&p->lock);\n\tp->n++; // here"),
    LockCase(
      "a guard that ends", "",
      "\t{\n\t\tguard(spinlock_irqsave)(&p->lock);\n\t\tp->m++;\n\t}\n\tp->n++; // here"),
    LockCase("a guard of RCU", "RCU RCU", "\tguard(rcu)();\n\tn = p->n; // here"),
    LockCase("a guard that may fail", "?", "\tguard(mutex_try)(&p->lock);\n\tp->n++; // here"),
    LockCase("a scoped guard", "p->lock", "\tscoped_guard(mutex, &p->lock) {\n\t\tp->n++; // here\n\t}"),
    LockCase(
      "behind a scoped guard", "", "\tscoped_guard(mutex, &p->lock) {\n\t\tp->m++;\n\t}\n\tp->n++; // here"),
    LockCase(
      "out by a label", "p->lock",
      "\tmutex_lock(&p->lock);\n\tif (n < 0)\n\t\tgoto unlock;\n\tp->n++; // here\nunlock:\n\tmutex_unlock(&p->lock);"
    ),
    LockCase(
      "behind the label", "",
      "\tmutex_lock(&p->lock);\n\tif (n < 0)\n\t\tgoto unlock;\n\tp->m++;\nunlock:\n\tmutex_unlock(&p->lock);\n\tp->n++; // here"
    ),
    LockCase(
      "a label for those that have it and those that have not", "?",
      "\tif (n < 0)\n\t\tgoto out;\n\tmutex_lock(&p->lock);\nout:\n\tp->n++; // here"),
    LockCase(
      "each of a list", "q->lock",
      "\tlist_for_each_entry(q, &p->all, node) {\n\t\tspin_lock(&q->lock);\n\t\tq->n++; // here\n\t\tspin_unlock(&q->lock);\n\t}"
    ),
    LockCase(
      "each of a list under one lock", "p->lock",
      "\tspin_lock(&p->lock);\n\tlist_for_each_entry(q, &p->all, node)\n\t\tq->n++; // here\n\tspin_unlock(&p->lock);"
    ),
    LockCase(
      "a list whose element was locked", "?",
      "\tspin_lock(&q->lock);\n\tlist_for_each_entry(q, &p->all, node)\n\t\tq->n++; // here\n"),
    LockCase(
      "hand over hand", "?",
      "\tspin_lock(&q->lock);\n\twhile (q->next) {\n\t\tspin_lock(&q->next->lock);\n\t\tspin_unlock(&q->lock);\n\t\tq = q->next;\n\t\tq->n++; // here\n\t}"
    ),
    LockCase("one of many", "?", "\tspin_lock(&p->bucket[n].lock);\n\tp->n++; // here"),
    LockCase(
      "a function with a name like that", "?",
      "\tspin_lock(&p->lock);\n\t__fill_locked(p);\n\tp->n++; // here"),
    LockCase("it says that it is held", "?", "\tlockdep_assert_held(&p->lock);\n\tp->n++; // here"),
    LockCase("of a socket", "?", "\tlock_sock(sk);\n\tsk->n++; // here\n\trelease_sock(sk);"),
    LockCase("marked accesses are no locks", "", "\tWRITE_ONCE(p->n, READ_ONCE(p->n) + 1); // here"),
    LockCase("told to be a race", "", "\tn = data_race(p->n); // here"),
    LockCase(
      "it waits with the lock given back", "?",
      "\tspin_lock_irq(&p->lock);\n\twait_event_lock_irq(p->wq, p->full, p->lock);\n\tp->n++; // here\n\tspin_unlock_irq(&p->lock);"
    ),
    LockCase(
      "given back by another", "?", "\tspin_lock(&p->lock);\n\tfinish(p, &p->lock);\n\tp->n++; // here"),
    LockCase(
      "a jump in assembler", "nothing",
      "\tasm goto(\"1: jmp %l0\" : : : : out);\n\tp->n++; // here\nout:\n\tn++;"),
    LockCase("assembler", "nothing", "\tasm volatile(\"\" ::: \"memory\");\n\tp->n++; // here"),
  ]

  @Test(arguments: cases)
  func `are known when there is one reading`(_ sample: LockCase) throws {
    #expect(try locks(in: inFunction(sample.code), path: "/src/pond.c") == sample.expected, "\(sample.code)")
  }

  @Test func `a system call is a function`() throws {
    let code =
      "SYSCALL_DEFINE2(fill, int, n, struct pond __user *, p)\n{\n\tmutex_lock(&lock);\n\ttotal += n; // here\n\tmutex_unlock(&lock);\n\treturn 0;\n}\n"
    #expect(try locks(in: code, path: "/src/pond.c") == "lock")
  }

  @Test func `annotations of a function are not locks that it takes`() throws {
    let code = "static void fill(struct pond *p)\n\t__must_hold(&p->lock)\n{\n\tp->n++; // here\n}\n"
    #expect(try locks(in: code, path: "/src/pond.c") == "")
  }
}
