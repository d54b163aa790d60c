import HubModel
import HubText
import HubWords

/// The schemas of one kind of record, from its field list and its life cycle: the record, what
/// creates one, what changes one, and a page of them.
struct RecordSchemas<R: Stored> {
  let words: Words
  let fields: FieldSchema

  init(_ words: Words) {
    self.words = words
    fields = FieldSchema(words: words, type: R.type)
  }

  /// Each with its name among the components.
  var components: [(String, JSON)] {
    let name = R.type.schemaName
    var components = [
      (name, record), ("\(name)Excerpt", excerpt), ("\(name)Draft", draft), ("\(name)Patch", patch),
    ]
    if let lifeCycle = R.lifeCycle {
      let transition = TransitionSchema<R>(lifeCycle, fields)
      components.append(("\(name)Transition", transition.schema))
    }
    return components + [("\(name)Page", page)]
  }

  private var record: JSON {
    // Only where there is something to say, or in an answer about one record.
    let optional = ["sharedWith", "illustrative", "moves", "names"] + R.table.confined
    return JSONSchema.object(members, required: members.map(\.0).filter { !optional.contains($0) })
      // No title: what programs are generated from it would be called otherwise in each language.
      .adding("description", text: words.type(R.type))
      .adding("examples", [RecordExample<R>(words).record])
  }

  /// What was asked for of one, by `fields`.
  private var excerpt: JSON {
    JSONSchema.object(members, required: ["ref"])
      .adding("title", text: "\(R.type.schemaName)Excerpt")
      .adding("description", text: words("openapi.excerpt"))
  }

  private var members: [(String, JSON)] {
    var members: [(String, JSON)] = [
      ("ref", head(JSONSchema.reference(to: [R.type]), "ref")),
      ("type", ["type": "string", "const": .string(R.type.rawValue)]),
    ]
    if let lifeCycle = R.lifeCycle { members.append(("state", state(lifeCycle))) }
    members += [
      ("visibility", visibility), ("network", network(JSONSchema.reference(to: [.network]))),
      ("sharedWith", head(shared(JSONSchema.reference(to: [.body, .person])), "sharedWith")),
      ("illustrative", head(["type": "boolean", "const": true], "illustrative")),
    ]
    members += R.fieldSummaries.map { ($0.name, fields.answered($0)) }
    members += [
      ("created", head(JSONSchema.moment, "created")),
      ("modified", head(JSONSchema.moment, "modified")),
      ("version", head(["type": "integer", "minimum": 1], "version")),
      ("links", described(JSONSchema.list(of: JSONSchema.reference()), words("openapi.links"))),
      ("can", described(JSONSchema.list(of: can), words("openapi.can"))),
    ]
    if R.lifeCycle != nil {
      members.append(
        ("moves", described(JSONSchema.list(of: JSONSchema.named("Move")), words("openapi.moves"))))
    }
    members.append(("names", JSONSchema.named("Names")))
    return members
  }

  private var draft: JSON {
    let required = R.fields.filter {
      $0.traits.contains(.required) && !$0.traits.contains(.system) && $0.isBlank(R())
    }
    var members = settable
    if let state = R.pastState {
      members.append(
        ("state", described(["type": "string", "const": .string(state)], words("openapi.held"))))
    }
    return request(members, required: required.map(\.name))
      .adding("examples", [RecordExample<R>(words).draft])
  }

  private var patch: JSON {
    request(settable, required: []).adding("examples", [RecordExample<R>(words).patch])
  }

  /// What a record has that only the hub sets may come along, as it does when a record is sent
  /// back; it is not looked at.
  private func request(_ members: [(String, JSON)], required: [String]) -> JSON {
    let names = Set(members.map(\.0))
    let ignored =
      RecordJSON.readOnly.subtracting(names).sorted()
      + R.fieldSummaries.filter { $0.traits.contains(.system) }.map(\.name)
    let remark = described([:], words("openapi.ignored"))
    return JSONSchema.object(members, required: required, isClosed: true)
      .adding(
        "patternProperties", JSON(members: [("^(\(ignored.joined(separator: "|")))$", remark)]))
  }

  private var settable: [(String, JSON)] {
    R.fieldSummaries.filter { !$0.traits.contains(.system) }.map {
      ($0.name, fields.requested($0))
    } + [
      ("visibility", visibility),
      ("network", network(JSONSchema.reference(to: [.network]))),
      ("sharedWith", head(shared(JSONSchema.namedReference(to: [.body, .person])), "sharedWith")),
      ("illustrative", head(JSONSchema.flag, "illustrative")),
    ]
  }

  private var page: JSON {
    JSONSchema.object(
      [
        ("items", JSONSchema.list(of: JSONSchema.whatIsAsked(of: R.type))),
        ("next", described(JSONSchema.nullable(JSONSchema.text), words("openapi.next"))),
        (
          "gone",
          described(
            JSONSchema.list(of: JSONSchema.reference(to: [R.type])), words("openapi.gone"))
        ),
        ("names", JSONSchema.named("Names")),
      ], required: ["items", "next", "names"]
    ).adding("examples", [RecordExample<R>(words).page])
  }

  private var can: JSON { JSONSchema.word(of: ["edit"] + (R.lifeCycle?.verbs ?? [])) }

  private func state(_ lifeCycle: LifeCycle) -> JSON {
    let states = lifeCycle.states.map { "`\($0)` – \(words.state($0, of: R.type))" }
    return described(
      head(JSONSchema.word(of: lifeCycle.states), "state"), states.joined(separator: " · "))
  }

  private var visibility: JSON { head(JSONSchema.named("Visibility"), "visibility") }

  private func network(_ schema: JSON) -> JSON {
    schema.adding("title", text: words.type(.network))
  }

  private func shared(_ reference: JSON) -> JSON {
    described(JSONSchema.list(of: reference), words("openapi.sharedWith"))
  }

  private func head(_ schema: JSON, _ field: String) -> JSON {
    schema.adding("title", text: words("field.\(field)"))
  }

  private func described(_ schema: JSON, _ text: String) -> JSON {
    schema.adding("description", text: text)
  }
}
