import HubModel
import HubText

/// What the history says of credentials: who, whom and when, and the number of a token. It belongs
/// to no record, so that nobody reads it beside one.
enum SignInHistory {
  static func append(
    _ kind: Act.Kind, of person: ID<Person>?, token: Int64? = nil, in writing: Writing
  ) throws {
    var writer = JSONWriter()
    writer.beginObject()
    if let person { writer.member("person", person.description) }
    if let token { writer.member("token", Int(token)) }
    writer.endObject()
    try History.append(Act(kind), record: nil, version: 0, content: writer.bytes, in: writing)
  }
}
