/// What functions of the Go runtime on top of a stack work on.
enum GoRuntimeFunction {
  /// The kind of thing that a function works on; nil for functions that are not the runtime's.
  static func subject(_ function: String) -> Subject.Kind? {
    if function.hasPrefix("internal/runtime/maps.") { return .map }
    guard function.hasPrefix("runtime.") else { return nil }
    let name = function.dropFirst("runtime.".count)
    if name.hasPrefix("map") { return .map }
    if ["growslice", "slicecopy", "makeslicecopy", "growsliceNoAlloc"].contains(name) { return .slice }
    if ["chansend", "chansend1", "chanrecv", "chanrecv1", "chanrecv2", "closechan", "chanlen", "chancap"]
      .contains(name)
    {
      return .channel
    }
    return nil
  }

  /// Whether the detector leaves out the function that called the runtime: since Go 1.24 `mapaccess1` reads by calling
  /// `mapaccess2`, which takes the place in `mapaccess1` for that of its caller (`GetCallerPC` in
  /// internal/runtime/maps/runtime_fast64.go and its like). What follows in the stack is the caller's caller.
  static func hideFunction(of access: Access, _ frames: FrameTable) -> Bool {
    let names = access.stack?.prefix(access.siteIndex ?? 0).suffix(2).map { frames[$0].function ?? "" } ?? []
    return names.count == 2 && names[0].contains("mapaccess2") && subject(names[0]) == .map
      && names[1] == names[0].replacing("mapaccess2", with: "mapaccess1")
  }

  /// Whether a function closes a channel.
  static func closesChannel(_ function: String) -> Bool { function == "runtime.closechan" }

  /// Whether a function sends on a channel.
  static func sendsOnChannel(_ function: String) -> Bool {
    function == "runtime.chansend" || function == "runtime.chansend1"
  }

  /// Whether a function reads the memory of a key, too (raceReadObjectPC in runtime/map.go): that may be what the
  /// race is on. Variants for short keys and strings do not.
  static func readsKey(_ function: String) -> Bool {
    ["mapaccess1", "mapaccess2", "mapaccess1_fat", "mapaccess2_fat", "mapassign", "mapdelete"].contains {
      function == "runtime.\($0)" || function == "internal/runtime/maps.runtime_\($0)"
    }
  }
}
