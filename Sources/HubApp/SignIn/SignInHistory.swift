import HubModel
import HubSQL
import HubText

/// What the history says of credentials: who, whom and when, the number of a token, and the seal of
/// what lets in. It belongs to no record, so that nobody reads it beside one.
enum SignInHistory {
  /// - Parameter sealed: what lets in, by its kind and the condition by which it is found.
  static func append(
    _ kind: Act.Kind, of person: ID<Person>?, token: Int64? = nil,
    sealing sealed: (kind: Sealed.Kind, condition: SQL)? = nil, in writing: Writing
  ) throws {
    var writer = JSONWriter()
    writer.beginObject()
    if let person { writer.member("person", person.description) }
    if let token { writer.member("token", Int(token)) }
    if let sealed,
      let seal = try Sealed.seal(of: sealed.kind, where: sealed.condition, writing.connection)
    {
      writer.member("kind", sealed.kind.rawValue)
      writer.member("seal", seal)
    }
    writer.endObject()
    try History.append(Act(kind), record: nil, version: 0, content: writer.bytes, in: writing)
  }
}
