/// The version of the program, as `--version` and exports tell it.
package enum ProgramVersion {
  /// Its three numbers, as semantic versioning has them.
  package static let text = "0.1.0"
}
