internal import Glibc

/// The environment of a started program: that of this program, with changes.
///
/// Names and values are bytes: they need not be UTF-8, and a repaired one would mean something else.
package struct ChildEnvironment {
  /// The variables, each as `NAME=VALUE`.
  private(set) var variables: [[UInt8]]

  /// The variables of an environment given as `NAME=VALUE`.
  package init(_ variables: [[UInt8]]) { self.variables = variables }

  /// The variables of this program.
  package static var own: ChildEnvironment {
    var variables: [[UInt8]] = []
    var index = 0
    while let variable = environ[index] {
      variables.append(Array(UnsafeRawBufferPointer(start: variable, count: strlen(variable))))
      index += 1
    }
    return ChildEnvironment(variables)
  }

  /// The variables of this program with other values, or, if a value is nil, without the variable.
  package static func own(changing changes: [String: String?]) -> ChildEnvironment {
    var environment = own
    environment.change(changes)
    return environment
  }

  /// The value of a variable; nil if it is not set.
  package subscript(_ name: String) -> [UInt8]? {
    variables.first { Self.name($0).elementsEqual(name.utf8) }.map {
      Array($0.dropFirst(name.utf8.count + 1))
    }
  }

  /// Sets a variable.
  package mutating func set(_ name: String, to value: [UInt8]) {
    remove { $0.elementsEqual(name.utf8) }
    variables.append(Array(name.utf8) + [UInt8(ascii: "=")] + value)
  }

  /// Sets variables, and removes those whose value is nil.
  package mutating func change(_ changes: [String: String?]) {
    for (name, value) in changes {
      if let value { set(name, to: Array(value.utf8)) } else { remove { $0.elementsEqual(name.utf8) } }
    }
  }

  /// Removes the variables whose names meet a condition.
  package mutating func remove(where condition: (ArraySlice<UInt8>) -> Bool) {
    variables.removeAll { condition(Self.name($0)) }
  }

  private static func name(_ variable: [UInt8]) -> ArraySlice<UInt8> {
    variable.prefix { $0 != UInt8(ascii: "=") }
  }
}
