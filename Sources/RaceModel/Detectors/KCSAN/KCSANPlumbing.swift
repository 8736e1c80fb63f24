/// Frames of a kernel stack that never stand for an access when another frame can.
///
/// The kernel's own libraries beyond these stay in: a race inside `find_next_bit` or `__list_add` is
/// shown where it happened.
enum KCSANPlumbing {
  /// All rules; a frame is plumbing when one of them holds.
  static let rules: [PlumbingRule] =
    detector + atomics + memory + locks + entries + [
      .functions("? ", "a frame that the unwinder is not sure of")
    ]

  private static let detector: [PlumbingRule] = [
    .functions("kcsan_", "the detector"),
    .functions("__kcsan_", "the detector"),
    .functions("__tsan_", "calls that the compiler puts before accesses"),
    .functions("instrument_", "checks that helpers make by hand"),
    .files("instrumented.h", "checks that helpers make by hand"),
    .files("kcsan-checks.h", "checks that helpers make by hand"),
    .files("kcsan.h", "the detector"),
  ]

  private static let atomics: [PlumbingRule] = [
    .functions("arch_atomic", "atomic operations of the machine"),
    .functions("raw_atomic", "atomic operations without checks"),
    .functions("atomic64_", "atomic operations"),
    .functions("atomic_long_", "atomic operations"),
    .files("atomic.h", "atomic operations"),
    .files("atomic-instrumented.h", "atomic operations"),
    .files("atomic-arch-fallback.h", "atomic operations"),
    .files("atomic-long.h", "atomic operations"),
    .files("atomic64_64.h", "atomic operations"),
    .files("refcount.h", "counts of references, by atomic operations"),
    .files("cmpxchg.h", "atomic operations"),
    .files("instrumented-atomic.h", "operations on bits"),
    .files("instrumented-non-atomic.h", "operations on bits"),
    .files("instrumented-lock.h", "operations on bits"),
    .files("bitops.h", "operations on bits"),
    .files("rwonce.h", "READ_ONCE and WRITE_ONCE"),
    .files("compiler.h", "READ_ONCE and WRITE_ONCE of old kernels"),
    .function("set_bit", "operations on bits"),
    .function("clear_bit", "operations on bits"),
    .function("change_bit", "operations on bits"),
    .function("test_bit", "operations on bits"),
    .function("test_and_set_bit", "operations on bits"),
    .function("test_and_clear_bit", "operations on bits"),
    .function("test_and_change_bit", "operations on bits"),
    .function("__set_bit", "operations on bits"),
    .function("__clear_bit", "operations on bits"),
  ]

  private static let memory: [PlumbingRule] = [
    .function("memcpy", "copies of memory"),
    .function("__memcpy", "copies of memory"),
    .function("memmove", "copies of memory"),
    .function("__memmove", "copies of memory"),
    .function("memset", "fills of memory"),
    .function("__memset", "fills of memory"),
    .function("memcmp", "comparisons of memory"),
    .function("strlen", "strings"),
    .function("strnlen", "strings"),
    .function("strcmp", "strings"),
    .function("strscpy", "strings"),
    .functions("sized_strscpy", "strings"),
    .functions("copy_to_user", "copies to programs"),
    .functions("copy_from_user", "copies from programs"),
    .functions("_copy_to_user", "copies to programs"),
    .functions("_copy_from_user", "copies from programs"),
    .functions("_copy_to_iter", "copies to programs"),
    .functions("_copy_from_iter", "copies from programs"),
    .functions("__copy_user", "copies to and from programs"),
  ]

  private static let locks: [PlumbingRule] = [
    .functions("_raw_spin_", "locks: whoever took them raced"),
    .functions("_raw_read_", "locks: whoever took them raced"),
    .functions("_raw_write_", "locks: whoever took them raced"),
    .functions("__raw_spin_", "locks: whoever took them raced"),
    .functions("do_raw_spin_", "locks: whoever took them raced"),
    .functions("queued_spin_", "locks: whoever took them raced"),
    .functions("native_queued_spin_", "locks: whoever took them raced"),
    .function("spin_lock", "locks: whoever took them raced"),
    .function("spin_unlock", "locks: whoever took them raced"),
    .function("mutex_lock", "locks: whoever took them raced"),
    .function("mutex_unlock", "locks: whoever took them raced"),
    .function("__mutex_lock", "locks: whoever took them raced"),
    .function("rcu_read_lock", "locks: whoever took them raced"),
    .function("rcu_read_unlock", "locks: whoever took them raced"),
  ]

  private static let entries: [PlumbingRule] = [
    .functions("entry_", "the entry into the kernel"),
    .function("do_syscall_64", "the entry into the kernel"),
    .function("x64_sys_call", "the entry into the kernel"),
    .functions("el0_", "the entry into the kernel, arm64"),
    .functions("el0t_", "the entry into the kernel, arm64"),
    .functions("el1_", "an interrupt of the kernel, arm64"),
    .functions("el1h_", "an interrupt of the kernel, arm64"),
    .functions("asm_", "an interrupt or an exception"),
    .functions("sysvec_", "an interrupt"),
    .functions("__sysvec_", "an interrupt"),
    .functions("instr_sysvec_", "an interrupt"),
    .function("common_interrupt", "an interrupt"),
    .function("do_IRQ", "an interrupt"),
    .function("apic_timer_interrupt", "an interrupt"),
    .function("smp_apic_timer_interrupt", "an interrupt"),
    .functions("call_function_", "an interrupt from another cpu"),
    .functions("smp_call_function_single_", "an interrupt from another cpu"),
    .function("ret_from_intr", "the way back from an interrupt"),
    .function("irq_exit", "the way back from an interrupt"),
    .function("irq_exit_rcu", "the way back from an interrupt"),
    .function("__irq_exit_rcu", "the way back from an interrupt"),
    .function("irqentry_exit", "the way back from an interrupt"),
    .function("invoke_softirq", "the start of deferred interrupt work"),
    .function("__do_softirq", "the start of deferred interrupt work"),
    .function("handle_softirqs", "the start of deferred interrupt work"),
    .functions("ret_from_fork", "where a thread begins"),
  ]

  /// Whether a frame is plumbing; a bare address is, for a name says more.
  static func contains(_ frame: FrameNames, in text: Span<UInt8>) -> Bool {
    frame.function.isEmpty || rules.contains { $0.holds(frame, in: text) }
  }
}
