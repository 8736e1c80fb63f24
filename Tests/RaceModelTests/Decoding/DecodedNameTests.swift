import Testing

@testable import RaceModel

/// Compilers' names for the declarations beside them, decoded without another program.
@Suite struct `Names decoded in racetui` {
  @Test(arguments: [
    // Rust names from "The rustc book", v0 Symbol Format, and from our own programs. c++filt decodes them alike, but
    // adds crate hashes.
    ("_RNvCs15kBYyAo9fc_7mycrate7example", "mycrate::example"),
    ("_RNvMCs15kBYyAo9fc_7mycrateNtB2_7Example3foo", "<mycrate::Example>::foo"),
    ("_RNvXCs15kBYyAo9fc_7mycrateNtB2_7ExampleNtB2_5Trait3foo", "<mycrate::Example as mycrate::Trait>::foo"),
    ("_RNCNvCsgStHSCytQ6I_7mycrate4main0B3_", "mycrate::main::{closure#0}"),
    ("_RNCNvCsgStHSCytQ6I_7mycrate4mains_0B3_", "mycrate::main::{closure#1}"),
    ("_RINvCsgStHSCytQ6I_7mycrate7examplelKj8_EB2_", "mycrate::example::<i32, 8>"),
    ("_RINvCs1_3foo3barAhj8_E", "foo::bar::<[u8; 8]>"), ("_RINvCs1_3foo3barThhEE", "foo::bar::<(u8, u8)>"),
    ("_RINvCs1_3foo3barPFUKCmPhEbE", "foo::bar::<*const fn(u32, *const u8) -> bool>"),
    ("_RINvCs1_3foo3barDNtC1a4BirdEL_E", "foo::bar::<dyn a::Bird>"),
    ("_RNSNvC1a1b6vtable", "a::b::{shim:vtable#0}"), ("_RNvYhNtC1a1T1f", "<u8 as a::T>::f"),
    ("_RNvCs15kBYyAo9fc_7mycrate7example.cold", "mycrate::example"),
    // Swift names; swift-demangle decodes them alike, but adds types and arguments.
    ("$s5locks4PondC4lookSiyF", "locks.Pond.look"), ("$s5locks8getLimitSiyF", "locks.getLimit"),
    ("$s5locks4PondC4fillyySiF", "locks.Pond.fill"), ("$s5locks5limitSivp", "locks.limit"),
    ("$s5locks4PondC5depthSivpZ", "locks.Pond.depth"), ("$s5locks4MainV4mainyyFZ", "locks.Main.main"),
    ("$s5locks4MainV4mainyyFZyyYbcfU0_", "closure #2 in locks.Main.main"),
    // The parts that asynchronous functions are cut into.
    ("$s5tasks4MainV4mainyyYaFZTY4_", "tasks.Main.main"),
    ("$s5tasks4MainV4mainyyYaFZTQ12_", "tasks.Main.main"),
    ("$s5tasks4MainV4mainyyYaFZyyYacfU0_TY0_", "closure #2 in tasks.Main.main"),
    ("$s5locks4MainV4mainyyFZyyYbcfU_TA", "closure #1 in locks.Main.main"),
    ("$s5locks8capturedyyFyyYbcfU_", "closure #1 in locks.captured"),
    ("$s5locks4PondCACycfC", "locks.Pond.init"), ("$s4pond5HeronC4nameSSvg", "pond.Heron.name.getter"),
    ("_$s4pond5HeronC4nameSSvs", "pond.Heron.name.setter"), ("$s4pond5HeronCfD", "pond.Heron.deinit"),
    // Words of names before, the module's name again, types of the standard library, scripts.
    (
      "$s8Dispatch0A5QueueC5async5group3qos5flags7executeyAA0A5GroupCSg_AA0A3QoSVAA0A13WorkItemFlagsVyyYbXBtF",
      "Dispatch.DispatchQueue.async"
    ),
    ("$s4main4MainVAAyyFZ", "main.Main.main"), ("$s5CacheAAC3getyq_SgxF", "Cache.Cache.get"),
    ("$s4pond4loadyyF", "pond.load"), ("$sSa6appendyyxnF", "Swift.Array.append"),
    ("$s9exclusiveyyYbcfU0_", "closure #2 in exclusive"),
    // What the optimizer makes of functions.
    ("$s4main12MemoryLedgerC6recordyyxFSDySSSiG_Tg5", "main.MemoryLedger.record"),
    ("$s4main4MainVAAyyFZTf4d_n", "main.Main.main"), ("$s4main4MainVAAyyYaFZTf4d_nTY14_", "main.Main.main"),
    (
      "$sSa034_makeUniqueAndReserveCapacityIfNotB0yyF4main5PointV_Tg5",
      "Swift.Array._makeUniqueAndReserveCapacityIfNotUnique"
    ),
    ("$sSa5countSivgSS_Tg5", "Swift.Array.count.getter"),
    ("$sSD_7defaultq_x_q_yXKtciMSS_SaySiGTg5", "Swift.Dictionary.subscript.modify"),
    ("$sSD17dictionaryLiteralSDyxq_Gx_q_td_tcfCSS_SiTt0g5Tf4g_n", "Swift.Dictionary.init"),
    (
      "$ss17_NativeDictionaryV7_insert2at3key5valueys10_HashTableV6BucketV_xnq_ntFSS_SaySiGTg5",
      "Swift._NativeDictionary._insert"
    ),
  ])
  func `read as in the source`(_ name: String, _ expected: String) {
    #expect(DecodedName.of(name) == expected)
  }

  @Test(arguments: [
    // Cut off, a forward reference or one to itself, a length past the end, letters outside ASCII.
    "_R", "_RN", "_RNvC", "_RNvCs15kBYyAo9fc_7mycrat", "_RNvB9_3foo", "_RB_", "_RNvB_3foo",
    "_RNvC3foo999999bar",
    "_RNvC3foou6d_fiqa", "_RUN", "_REENTRANT", "__RUN",
    // Generic functions, extensions, local functions, metadata, thunks: not simple.
    "$s5locks5afteryyyyYbc_yyYbctFyyYbcfU0_x", "$sSi4pondE4fishyyF", "$s4pond3runyyF5innerL_yyF",
    "$s4pond5HeronCMa", "$s4pond5HeronV_pMF", "$s4pond4loadyyF03subA0", "$sSa4pondE4fishSiyF",
    "$sIeg_ytIegr_TR", "$s", "$s5", "$s9999pond", "$s4pond",
    "$ssomething", "main", "", "$", "_",
  ])
  func `are left alone unless they are simple`(_ name: String) { #expect(DecodedName.of(name) == name) }

  @Test func `take bounded time and depth, whatever the name contains`() {
    // Each reference doubles the text, each bracket adds a level of depth.
    let doubled = "_RIC1a" + String(repeating: "TB3_B3_E", count: 400) + "E"
    #expect(DecodedName.of(doubled) == doubled || DecodedName.of(doubled).utf8.count <= 4096)
    let deep = "_RIC1a" + String(repeating: "R", count: 4000) + "hE"
    #expect(DecodedName.of(deep) == deep)
    var random = SystemRandomNumberGenerator()
    let letters = Array("_RNvCMXYIBs0123456789abchEKLTPQSADF$spVOCyFvgZfU_TA\u{FF}".utf8)
    for _ in 0..<3000 {
      let count = Int.random(in: 0..<60, using: &random)
      let noise = (0..<count).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] }
      for head in ["_R", "$s", "_$s4pond5HeronC", "_RNvMC4pondNtB2_"] {
        let name = head + String(decoding: noise, as: UTF8.self)
        #expect(DecodedName.of(name).utf8.count <= 4200, "\(name)")
      }
    }
  }
}
