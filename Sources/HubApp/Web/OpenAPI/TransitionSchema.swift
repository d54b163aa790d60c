import HubModel
import HubText
import HubWords

/// The schema of what moves a record along its life cycle: one shape for each state that it can
/// be moved to, and one for each verb by which the way there is named.
struct TransitionSchema<R: Stored> {
  let lifeCycle: LifeCycle
  let fields: FieldSchema

  init(_ lifeCycle: LifeCycle, _ fields: FieldSchema) {
    self.lifeCycle = lifeCycle
    self.fields = fields
  }

  private var words: Words { fields.words }

  var schema: JSON {
    let states = lifeCycle.states.map { state in
      (state, lifeCycle.transitions.filter { $0.to == state })
    }
    let verbs = lifeCycle.verbs.map { verb in
      (verb, lifeCycle.transitions.filter { $0.verb == verb })
    }
    let shapes =
      states.filter { !$0.1.isEmpty }.map { shape("to", $0.0, $0.1) }
      + verbs.map { shape("verb", $0.0, $0.1) }
    return JSON(members: [("oneOf", .array(shapes))])
      .adding("description", text: words("openapi.transition"))
      .adding("examples", [RecordExample<R>(words).transition])
  }

  /// Several ways can be meant by one word, from different states: what all of them ask for is
  /// required here, the rest is said in words.
  ///
  /// Its title is a name in no language, and nothing else in the document has it: what programs
  /// are generated from it call the shape by that.
  private func shape(_ member: String, _ word: String, _ ways: [LifeCycle.Transition]) -> JSON {
    let needsReason = ways.allSatisfy(\.needsReason)
    let named = ways.flatMap { $0.requires + $0.accepts }
    var members: [(String, JSON)] = [
      (member, ["type": "string", "const": .string(word)]),
      (
        "reason",
        (needsReason ? JSONSchema.text(matching: "\\S") : JSONSchema.nullable(JSONSchema.text))
          .adding("description", text: words("openapi.reason"))
      ),
    ]
    members += R.fieldSummaries.filter { named.contains($0.name) }.map {
      ($0.name, fields.requested($0))
    }
    let joint = member == "to" ? "To" : "By"
    return JSONSchema.object(
      members, required: needsReason ? [member, "reason"] : [member], isClosed: true
    )
    .adding(
      "title", text: R.type.schemaName + joint + word.prefix(1).uppercased() + word.dropFirst()
    )
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
