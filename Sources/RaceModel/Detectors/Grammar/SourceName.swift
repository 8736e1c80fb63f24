/// Names of files with code.
enum SourceName {
  private static let endings: [StaticString] = [
    ".c", ".cc", ".cpp", ".cxx", ".c++", ".C", ".h", ".hh", ".hpp", ".hxx", ".inc", ".inl", ".ipp", ".tcc",
    ".m", ".mm", ".swift", ".rs", ".ml", ".go", ".s", ".S", ".f90", ".d", ".zig", ".cu", ".cuh", ".y",
  ]

  /// Whether a path ends as they do.
  static func isIn(_ bytes: Span<UInt8>, _ path: Range<Int>) -> Bool {
    endings.contains { path.count > $0.utf8CodeUnitCount && bytes.ends($0, in: path) }
  }
}
