/// What a kind of value answers for something that can only be known by asking: a record that was
/// named in words. It is looked up before the command runs, so that no command meets it.
package struct Sought: Sendable {
  let find: @Sendable (Invocation) throws -> any Sendable

  /// - Parameter find: the value, or a `Failure` that says why there is none.
  package init(_ find: @escaping @Sendable (Invocation) throws -> any Sendable) {
    self.find = find
  }
}

extension Invocation {
  /// Looks up what was named in words; tells of everything that was not found at once.
  func settle() throws {
    var failures: [Failure] = []
    values = try values.mapped { value in
      guard let sought = value as? Sought else { return value }
      do {
        return try sought.find(self)
      } catch let failure as Failure {
        failures.append(failure)
        return value
      }
    }
    guard let first = failures.first else { return }
    let isOneKind = failures.allSatisfy { $0.status == first.status }
    throw Failure(isOneKind ? first.status : .refused, failures.flatMap(\.sentences))
  }
}
