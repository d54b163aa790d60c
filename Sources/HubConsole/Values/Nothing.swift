/// What an empty text says where a value is taken: that there is to be none. `--due ""`.
package struct Nothing: Sendable {
  package init() {}
}

extension ValueKind {
  /// The same, or an empty text for nothing.
  package var orNothing: ValueKind {
    or { $0.allSatisfy(\.isWhitespace) ? Nothing() : nil }
  }

  /// The same, or what something else makes of the text.
  package func or(_ other: @escaping @Sendable (String) -> (any Sendable)?) -> ValueKind {
    guard !isFlag else { return self }
    return ValueKind(metavariable, source: source) { question throws(WrongUsage) in
      if let found = other(question.text) { return found }
      return try read(question)
    }
  }
}

extension Values {
  /// Whether all that was given for it is nothing.
  package func isNothing(_ name: String) -> Bool {
    has(name) && all(name, as: Nothing.self).count == all(name, as: (any Sendable).self).count
  }
}
