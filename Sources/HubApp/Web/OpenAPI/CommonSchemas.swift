import HubHTTP
import HubModel
import HubText
import HubWords

/// What the schemas of all records share.
struct CommonSchemas {
  let words: Words

  var components: [(String, JSON)] {
    [
      ("Reference", reference), ("Visibility", visibility), ("LocalizedText", localized),
      ("LocalizedTextDraft", localizedDraft), ("Money", money), ("MoneyDraft", moneyDraft),
      ("Vote", vote(group: JSONSchema.nullable(group), counts: JSONSchema.count, required: 4)),
      ("VoteDraft", voteDraft), ("Names", names), ("Mention", mention), ("Move", move),
      ("HistoryEntry", historyEntry), ("Fault", fault), ("Problem", problem),
    ]
  }

  private var reference: JSON {
    JSONSchema.text(matching: "^\(JSONSchema.prefixes(of: RecordType.allCases))-[0-9]{1,15}$")
      .adding("description", text: words("openapi.reference")).adding("examples", ["M-12"])
  }

  private var visibility: JSON {
    JSONSchema.word(of: Visibility.allCases.map(\.rawValue)).adding(
      "description",
      text: Visibility.allCases.map { "`\($0.rawValue)` – \(words.visibility($0))" }
        .joined(separator: " · "))
  }

  private var language: JSON { JSONSchema.word(of: Language.allCases.map(\.rawValue)) }

  private var localized: JSON {
    JSONSchema.object(
      [
        ("en", JSONSchema.text), ("fr", JSONSchema.text),
        ("stale", language.adding("description", text: words("openapi.stale"))),
      ], required: ["en", "fr"]
    ).adding("description", text: words("openapi.localized"))
  }

  private var localizedDraft: JSON {
    JSONSchema.object(
      [
        ("en", JSONSchema.nullable(JSONSchema.text)), ("fr", JSONSchema.nullable(JSONSchema.text)),
        ("stale", JSONSchema.nullable(language)),
        ("stillRight", JSONSchema.flag.adding("description", text: words("openapi.stillRight"))),
      ], required: [], isClosed: true
    ).adding("description", text: words("openapi.localizedDraft"))
  }

  private var currency: JSON { JSONSchema.text(matching: "^[A-Z]{3}$") }

  private var money: JSON {
    JSONSchema.object([
      ("amount", JSONSchema.text(matching: "^-?[0-9]{1,17}\\.[0-9]{2}$")), ("currency", currency),
    ]).adding("description", text: words("openapi.money"))
  }

  private var moneyDraft: JSON {
    JSONSchema.object(
      [
        ("amount", JSONSchema.text(matching: "^-?[0-9]{1,15}(\\.[0-9]{1,2})?$")),
        ("currency", currency.adding("default", "CAD")),
      ], required: ["amount"], isClosed: true
    ).adding("description", text: words("openapi.money"))
  }

  private var group: JSON { JSONSchema.word(of: StakeholderGroup.allCases.map(\.rawValue)) }

  private var voteDraft: JSON {
    let count: JSON = ["type": "integer", "minimum": 0, "maximum": 1_000_000]
    return vote(group: JSONSchema.nullable(group), counts: count, required: 3)
  }

  private func vote(group: JSON, counts: JSON, required: Int) -> JSON {
    let members: [(String, JSON)] = [
      ("inFavour", counts), ("against", counts), ("abstained", counts),
      ("stakeholderGroup", group),
    ]
    return JSONSchema.object(members, required: members.prefix(required).map(\.0))
      .adding("description", text: words("openapi.vote"))
  }

  private var names: JSON {
    (["type": "object", "propertyNames": JSONSchema.named("Reference")] as JSON)
      .adding("additionalProperties", JSONSchema.named("LocalizedText"))
      .adding("description", text: words("openapi.names"))
  }

  private var mention: JSON {
    JSONSchema.object(
      [
        ("ref", JSONSchema.named("Reference")),
        ("type", JSONSchema.word(of: RecordType.allCases.map(\.rawValue))),
        ("title", JSONSchema.named("LocalizedText")), ("state", JSONSchema.text),
        ("day", JSONSchema.day),
        ("illustrative", ["type": "boolean", "const": true]),
      ], required: ["ref", "type", "title"]
    ).adding("description", text: words("openapi.mention"))
  }

  private var move: JSON {
    let fields = JSONSchema.list(of: JSONSchema.text)
    return JSONSchema.object([
      ("verb", JSONSchema.text.adding("description", text: words("openapi.moveVerb"))),
      ("to", JSONSchema.text.adding("description", text: words("openapi.moveTo"))),
      ("needs", fields.adding("description", text: words("openapi.moveNeeds"))),
      ("accepts", fields.adding("description", text: words("openapi.moveAccepts"))),
    ]).adding("description", text: words("openapi.openMove"))
  }

  private var historyEntry: JSON {
    JSONSchema.object(
      [
        ("at", JSONSchema.moment),
        (
          "by",
          JSONSchema.nullable(JSONSchema.text).adding("description", text: words("openapi.by"))
        ),
        ("act", JSONSchema.word(of: Act.Kind.allCases.map(\.rawValue))),
        ("version", ["type": "integer"]), ("from", JSONSchema.text), ("to", JSONSchema.text),
        (
          "content",
          (["type": ["object", "null"]] as JSON)
            .adding("description", text: words("openapi.content"))
        ),
      ], required: ["at", "by", "act", "version", "content"])
  }

  private var fault: JSON {
    JSONSchema.object([
      ("pointer", JSONSchema.text.adding("description", text: words("openapi.pointer"))),
      ("code", JSONSchema.text), ("detail", JSONSchema.text),
    ])
  }

  private var problem: JSON {
    let place: JSON = ["type": "integer", "minimum": 1]
    let position = JSONSchema.object([("line", place), ("column", place)])
    return JSONSchema.object(
      [
        ("type", ["type": "string", "format": "uri-reference"]),
        ("title", JSONSchema.text), ("status", ["type": "integer"]), ("detail", JSONSchema.text),
        ("instance", JSONSchema.text.adding("description", text: words("openapi.instance"))),
        ("code", JSONSchema.text.adding("description", text: words("openapi.code"))),
        ("errors", JSONSchema.list(of: JSONSchema.named("Fault"))),
        (
          "positions",
          JSONSchema.list(of: JSONSchema.nullable(position))
            .adding("description", text: words("openapi.positions"))
        ),
        (
          "currentVersion",
          (["type": "integer", "minimum": 1] as JSON)
            .adding("description", text: words("openapi.currentVersion"))
        ),
        (
          "changed",
          JSONSchema.list(of: JSONSchema.named("Reference"))
            .adding("description", text: words("openapi.changedSinceRead"))
        ),
        (
          "available",
          JSONSchema.list(of: JSONSchema.text)
            .adding("description", text: words("openapi.available"))
        ),
        ("operation", JSONSchema.count.adding("description", text: words("openapi.operation"))),
        ("reason", JSONSchema.text.adding("description", text: words("openapi.jsonReason"))),
        (
          "scope",
          JSONSchema.word(of: Scopes.named.map(\.name))
            .adding("description", text: words("openapi.missingScope"))
        ),
        ("line", place), ("column", place),
      ], required: ["type", "title", "status", "code"]
    ).adding("description", text: words("openapi.problem"))
  }
}
