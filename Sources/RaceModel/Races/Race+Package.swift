extension Race {
  /// The home of a site's code: the package for Go functions, otherwise the folder of its file as printed, or
  /// the binary or library; nil if the log does not tell.
  public func package(of site: Site) -> String? { Self.package(of: site, detector) }

  /// The same without a copy of a race.
  package static func package(of site: Site, _ detector: Detector) -> String? {
    if detector.profile.program == .goProgram, let function = site.function {
      return package(ofGo: function)
    }
    guard let file = site.file else { return site.module }
    if site.function == nil { return file }
    let folder = file.dropLast(lastComponent(file).utf8.count)
    if folder.isEmpty { return site.module }
    return folder == "/" ? "/" : String(folder.dropLast())
  }

  /// The package with its path, up to the first dot after its last slash; text in brackets can have both.
  static func package(ofGo function: String) -> String? {
    let end = function.utf8.withContiguousStorageIfAvailable { bytes in
      var depth = 0
      var end: Int?
      for (offset, byte) in bytes.enumerated() {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: "}"): depth -= 1
        case UInt8(ascii: "/") where depth == 0: end = nil
        case UInt8(ascii: ".") where depth == 0 && end == nil: end = offset
        default: break
        }
      }
      return end
    }
    guard let end = end ?? nil else { return nil }
    return String(function[..<function.utf8.index(function.startIndex, offsetBy: end)])
  }
}
