import HubModel
import HubText
import HubWords

/// The schema of what moves a record along its life cycle: one shape for each state that it can
/// be moved to.
struct TransitionSchema<R: Stored> {
  let lifeCycle: LifeCycle
  let fields: FieldSchema

  init(_ lifeCycle: LifeCycle, _ fields: FieldSchema) {
    self.lifeCycle = lifeCycle
    self.fields = fields
  }

  private var words: Words { fields.words }

  var schema: JSON {
    let reached = lifeCycle.states.filter { state in
      lifeCycle.transitions.contains { $0.to == state }
    }.map { state in shape(state, lifeCycle.transitions.filter { $0.to == state }) }
    return JSON(members: [("oneOf", .array(reached))])
      .adding("description", text: words("openapi.transition"))
      .adding("examples", [RecordExample<R>(words).transition])
  }

  /// Several ways can lead to one state, from different states: what all of them ask for is
  /// required here, the rest is said in words.
  private func shape(_ state: String, _ ways: [LifeCycle.Transition]) -> JSON {
    let needsReason = ways.allSatisfy(\.needsReason)
    let named = ways.flatMap { $0.requires + $0.accepts }
    var members: [(String, JSON)] = [
      ("to", ["type": "string", "const": .string(state)]),
      (
        "reason",
        (needsReason ? JSONSchema.text(matching: "\\S") : JSONSchema.nullable(JSONSchema.text))
          .adding("description", text: words("openapi.reason"))
      ),
    ]
    members += R.fieldSummaries.filter { named.contains($0.name) }.map {
      ($0.name, fields.requested($0))
    }
    return JSONSchema.object(
      members, required: needsReason ? ["to", "reason"] : ["to"], isClosed: true
    )
    .adding("title", text: words.state(state, of: R.type))
    .adding("description", text: ways.map(sentence).joined(separator: "\n"))
  }

  /// `- approve: from underReview; by chair, staff; needs a reason`.
  private func sentence(_ way: LifeCycle.Transition) -> String {
    var parts = [
      words(
        "openapi.way",
        [
          "verb": "`\(way.verb)`", "from": way.from.map { "`\($0)`" }.joined(separator: ", "),
          "roles": way.by.names.map(words.role).joined(separator: ", "),
        ])
    ]
    if way.needsReason { parts.append(words("openapi.needsReason")) }
    if way.publishes { parts.append(words("openapi.publishes")) }
    if !way.requires.isEmpty {
      let names = way.requires.map { "`\($0)`" }.joined(separator: ", ")
      parts.append(words("openapi.requires", ["fields": names]))
    }
    return "- " + parts.joined(separator: "; ")
  }
}
