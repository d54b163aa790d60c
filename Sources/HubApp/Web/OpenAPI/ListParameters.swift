import HubHTTP
import HubModel
import HubText
import HubWords

/// The query of a collection: its filters, its orders and its page.
struct ListParameters<R: Stored> {
  let words: Words

  init(_ words: Words) { self.words = words }

  var all: [JSON] {
    Filter.names(R.self).map(filter) + [
      Parameter.query("sort", JSONSchema.word(of: orders), words("openapi.sort")),
      Parameter.query(
        "limit",
        [
          "type": "integer", "minimum": 1, "maximum": .integer(Int64(ListQuery.maximumLimit)),
          "default": .integer(Int64(ListQuery.defaultLimit)),
        ], words("openapi.limit")),
      Parameter.query("cursor", JSONSchema.text, words("openapi.cursor")), asked,
    ]
  }

  /// Which members of a record are asked for.
  var asked: JSON {
    let members = JSONSchema.word(of: AskedMembers.known(R.self))
    return Parameter.query(
      AskedMembers.parameter, JSONSchema.list(of: members).adding("minItems", 1),
      words("openapi.fields")
    ).adding("style", "form").adding("explode", false)
  }

  private var orders: [String] { SortOrder.sortable(R.self).flatMap { [$0, "-\($0)"] } }

  private func filter(_ name: String) -> JSON {
    switch name {
    case "state":
      list(name, of: JSONSchema.word(of: R.lifeCycle?.states ?? []), words("field.state"))
    case "visibility":
      list(
        name, of: JSONSchema.word(of: Visibility.allCases.map(\.rawValue)),
        words("field.visibility"))
    case "network":
      list(name, of: JSONSchema.reference(to: [.network]), words.type(.network))
    case "illustrative": Parameter.query(name, JSONSchema.flag, words("field.illustrative"))
    case "changedSince": Parameter.query(name, JSONSchema.moment, words("openapi.changedSince"))
    default:
      R.filters.contains(name)
        ? Parameter.query(name, JSONSchema.flag, words("filter.\(name)")) : field(name)
    }
  }

  private func field(_ name: String) -> JSON {
    for field in R.fieldSummaries {
      let label = words.field(field.name, of: R.type)
      if case .day = field.kind {
        if name == "\(field.name)Before" {
          return Parameter.query(name, JSONSchema.day, words("openapi.before", ["field": label]))
        }
        if name == "\(field.name)After" {
          return Parameter.query(name, JSONSchema.day, words("openapi.after", ["field": label]))
        }
      }
      guard field.name == name else { continue }
      if case .flag = field.kind { return Parameter.query(name, JSONSchema.flag, label) }
      guard Filter.canBeNone(field.kind, field.traits) else {
        return list(name, of: schema(field.kind), label)
      }
      return list(
        name, of: JSONSchema.orEmpty(schema(field.kind)),
        words("openapi.orNone", ["field": label]))
    }
    return Parameter.query(name, JSONSchema.text, name)
  }

  /// A filter of which any value will do.
  private func list(_ name: String, of items: JSON, _ text: String) -> JSON {
    Parameter.list(name, of: items, text, atMost: Filter.mostValues)
  }

  private func schema(_ kind: FieldKind) -> JSON {
    switch kind {
    case .reference(let type): JSONSchema.namedReference(to: [type])
    case .anyReference(let types), .references(let types): JSONSchema.namedReference(to: types)
    case .day: JSONSchema.day
    case .choice(let words), .choices(let words): JSONSchema.word(of: words)
    default: JSONSchema.text
    }
  }
}
