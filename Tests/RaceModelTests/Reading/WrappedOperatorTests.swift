import Testing

@testable import RaceModel

/// A terminal has cut a name before the brackets of its parameters.
@Test func `no blank is before the parameters of an operator that was cut`() throws {
  let log = try ReadLog(
    """
    WARNING: ThreadSanitizer: data race (pid=1)
      Write of size 8 at 0x7b0400000010 by main thread:
        #0 std::thread::_Invoker<std::tuple<shop::run()::{lambda()#1}> >::operator()
    () /src/thread:258 (shop+0xd3f60)

      Previous read of size 8 at 0x7b0400000010 by main thread:
        #0 peek a.cc:2 (shop+0x2)

    """)
  #expect(
    log.stacks == [
      "std::thread::_Invoker<std::tuple<shop::run()::{lambda()#1}> >::operator()() /src/thread:258 (shop+0xd3f60)",
      "peek a.cc:2 (shop+0x2)",
    ])
}
