import HubModel
import HubText
import HubWords

/// A made-up record of a kind, and the requests that make, change and move it.
struct RecordExample<R: Stored> {
  let words: Words

  init(_ words: Words) { self.words = words }

  var record: JSON {
    var members: [(String, JSON)] = [
      ("ref", reference(R.type, 12)), ("type", .string(R.type.rawValue)),
    ]
    if let lifeCycle = R.lifeCycle { members.append(("state", .string(lifeCycle.initial))) }
    members += [
      ("visibility", .string(R.defaultVisibility.rawValue)), ("network", reference(.network, 1)),
    ]
    members += R.fieldSummaries.map { ($0.name, value(of: $0)) }
    let verbs = R.lifeCycle.map { $0.transitions(from: $0.initial).map(\.verb) } ?? []
    return JSON(
      members: members + [
        ("created", "2026-11-03T17:20:00Z"), ("modified", "2026-11-17T18:05:30Z"), ("version", 3),
        ("links", links), ("can", .words(["edit"] + verbs)),
      ])
  }

  var page: JSON { ["items": [record], "next": nil, "names": [:]] }

  var draft: JSON {
    JSON(
      members: R.fieldSummaries.filter {
        $0.traits.isDisjoint(with: [.system]) && ($0.traits.contains(.required) || isTelling($0))
      }.map { ($0.name, value(of: $0)) })
  }

  /// The first text, or the first field that can be changed at all.
  var patch: JSON {
    let open = R.fieldSummaries.filter { $0.traits.isDisjoint(with: [.system, .fixed]) }
    let field = open.first { if case .localized = $0.kind { true } else { false } } ?? open.first
    return JSON(members: field.map { [($0.name, value(of: $0))] } ?? [])
  }

  var transition: JSON {
    guard let first = R.lifeCycle?.transitions.first else { return [:] }
    return JSON(members: [("to", .string(first.to)), ("reason", .string(words("openapi.because")))])
  }

  private var links: JSON {
    .array(
      R.fields.filter { $0.link == .from || $0.link == .to }.compactMap {
        if case .reference(let type) = $0.kind { reference(type, 3) } else { nil }
      })
  }

  private func isTelling(_ field: FieldSummary) -> Bool {
    switch field.kind {
    case .localized(prose: false), .choice, .day: true
    default: false
    }
  }

  private func reference(_ type: RecordType, _ number: Int64) -> JSON {
    .string(Reference(type, number).description)
  }

  private func value(of field: FieldSummary) -> JSON {
    switch field.kind {
    case .text: .string(text(field.name, words))
    case .localized:
      [
        "en": .string(text(field.name, words.in(.en))),
        "fr": .string(text(field.name, words.in(.fr))),
      ]
    case .integer: field.name == "duration" ? 20 : 1
    case .flag: false
    case .day: field.name.hasPrefix("ends") ? "2027-03-31" : "2026-12-03"
    case .moment: field.name.hasPrefix("ends") ? "2026-12-03T20:00:00Z" : "2026-12-03T17:00:00Z"
    case .money: ["amount": "125000.00", "currency": "CAD"]
    case .reference(let type): reference(type, 3)
    case .anyReference(let types):
      reference(types.contains(.recommendation) ? .recommendation : types[0], 3)
    case .references(let types): [reference(types[0], 3)]
    case .choice(let words): words.first.map { .string($0) } ?? ""
    case .choices(let words): .words(Array(words.prefix(1)))
    case .words: .words(text(field.name, words).split(separator: ",").map(String.init))
    case .names: [.string(words("specimen.names"))]
    case .votes:
      [["stakeholderGroup": "union", "inFavour": 5, "against": 1, "abstained": 0]]
    }
  }

  private func text(_ field: String, _ words: Words) -> String {
    words.first(
      of: "specimen.\(R.type.rawValue).\(field)", "specimen.\(field)",
      "field.\(R.type.rawValue).\(field)", "field.\(field)")
  }
}
