import HubModel
import Testing

@testable import HubWords

@Suite("The words of the model")
struct ModelWordsTests {
  let words = Words(.en)

  private func expect(_ keys: String...) {
    let found = keys.contains(where: words.has)
    #expect(found, "\(keys.joined(separator: " or "))")
  }

  @Test("name every kind of record, one and many", arguments: RecordType.allCases)
  func types(type: RecordType) {
    #expect(words.has("type.\(type.rawValue)"))
    #expect(words.has("type.\(type.rawValue).plural"))
  }

  @Test("name what has no title of its own", arguments: RecordType.allCases)
  func labels(type: RecordType) {
    func labels<R: Record>(_ kind: R.Type) -> Set<String> {
      // Some are called by a word that they choose.
      Set(
        R.fields.flatMap { field in
          (field.kind.choices + [""]).compactMap { word in
            var record = R()
            if !word.isEmpty {
              var cells = CellReader([.text(word)])
              field.load(&record, from: &cells)
            }
            return record.labelWord
          }
        })
    }
    for label in labels(Kinds.kind(of: type)) { #expect(words.has(label), "\(label)") }
  }

  @Test("label every field and every choice", arguments: RecordType.allCases)
  func fields(type: RecordType) {
    for field in Kinds.kind(of: type).fieldSummaries {
      expect("field.\(type.rawValue).\(field.name)", "field.\(field.name)")
      for value in field.kind.choices {
        expect(
          "choice.\(type.rawValue).\(field.name).\(value)", "choice.\(field.name).\(value)",
          "choice.\(value)")
      }
    }
  }

  @Test("name every state and every step of a life cycle", arguments: RecordType.allCases)
  func lifeCycles(type: RecordType) {
    guard let cycle = Kinds.kind(of: type).lifeCycle else { return }
    for state in cycle.states { expect("state.\(type.rawValue).\(state)", "state.\(state)") }
    for verb in cycle.verbs {
      // The short one stands on a button, the long one in the help.
      #expect(words.has("verb.\(verb)"), "verb.\(verb)")
      #expect(words.has("verb.\(type.rawValue).\(verb)"), "verb.\(type.rawValue).\(verb)")
    }
  }

  @Test("name every role, visibility and language")
  func rolesAndVisibilities() {
    for (_, name) in Roles.named { #expect(words.has("role.\(name)"), "role.\(name)") }
    for visibility in Visibility.allCases {
      #expect(words.has("visibility.\(visibility.rawValue)"))
    }
    for language in Language.allCases { #expect(words.has("language.\(language.rawValue)")) }
  }

  @Test("name nothing that the model does not have")
  func nothingElse() {
    let allowed = Self.allowed()
    for (key, _, _) in CatalogueTests.entries {
      let family = key.prefix { $0 != "." }
      guard ["type", "field", "state", "verb", "choice", "role", "visibility"].contains(family)
      else { continue }
      let isKnown = allowed.contains(key)
      #expect(isKnown, "\(key)")
    }
  }

  /// Every key that a name of the model can be looked up by.
  private static func allowed() -> Set<String> {
    // What every record carries, as the API writes it.
    var keys: Set<String> = [
      "field.ref", "field.type", "field.state", "field.visibility", "field.sharedWith",
      "field.illustrative", "field.created", "field.modified", "field.version", "field.author",
    ]
    for kind in Kinds.all {
      let type = kind.type.rawValue
      keys.formUnion(["type.\(type)", "type.\(type).plural"])
      for field in kind.fieldSummaries {
        keys.formUnion(["field.\(type).\(field.name)", "field.\(field.name)"])
        for value in field.kind.choices {
          keys.formUnion([
            "choice.\(type).\(field.name).\(value)", "choice.\(field.name).\(value)",
            "choice.\(value)",
          ])
        }
      }
      for state in kind.lifeCycle?.states ?? [] {
        keys.formUnion(["state.\(type).\(state)", "state.\(state)"])
      }
      for verb in kind.lifeCycle?.verbs ?? [] {
        keys.formUnion(["verb.\(type).\(verb)", "verb.\(verb)"])
      }
    }
    for (_, name) in Roles.named { keys.insert("role.\(name)") }
    for visibility in Visibility.allCases { keys.insert("visibility.\(visibility.rawValue)") }
    return keys
  }
}
