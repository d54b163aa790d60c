import HubConsole
import HubModel
import HubText
import HubWords

/// An option of a command for one field of a record, or for one language of it.
struct FieldOption {
  let option: Option
  let field: FieldSummary
  /// The language that it sets; nil is the one that the person speaks.
  let language: Language?

  /// `--due` for `dueOn`, `--close-reason` for `closeReason`.
  static func name(of field: FieldSummary) -> String {
    let isDay = field.kind == .day && field.name.hasSuffix("On")
    return Option.name(for: isDay ? String(field.name.dropLast(2)) : field.name)
  }

  /// The options that set a field: one, or one for each language and one for the person's own.
  static func all(for field: FieldSummary) -> [FieldOption] {
    let name = name(of: field)
    switch field.kind {
    case .localized:
      let languages: [Language?] = [nil, .en, .fr]
      return languages.map { language in
        let suffix = language.map { "-\($0.rawValue)" } ?? ""
        return FieldOption(option: Option(name + suffix), field: field, language: language)
      }
    default:
      let isHandle = field.name == "handle" && field.kind == .text
      let option = isHandle ? Option(name, .newHandle) : option(name, field.kind)
      return [FieldOption(option: option, field: field, language: nil)]
    }
  }

  private static func option(_ name: String, _ kind: FieldKind) -> Option {
    switch kind {
    case .integer: Option(name, .number(0...1_000_000_000))
    case .flag: Option(name, .choice(["true", "false"]))
    case .day: Option(name, .day)
    case .moment: Option(name, .moment)
    case .choice(let words): Option(name, .choice(words))
    case .choices(let words): Option(name, .choice(words), repeated: true)
    case .reference(.person): Option(name, .person)
    case .reference(let type): Option(name, .reference([type]))
    case .anyReference(let types): Option(name, .reference(types))
    case .references(let types): Option(name, .reference(types), repeated: true)
    case .words: Option(name, repeated: true)
    default: Option(name)
    }
  }

  /// The value that was given for it, as the API wants it; nil when none was.
  func value(in call: Invocation) throws -> JSON? {
    let values = call.values
    let name = option.name
    guard values.has(name) else { return nil }
    switch field.kind {
    case .localized:
      let language = self.language ?? call.words.language
      return .object([.init(name: language.rawValue, value: .string(values.text(name) ?? ""))])
    case .integer: return values.number(name).map { .integer(Int64($0)) }
    case .flag: return .bool(values.text(name) == "true")
    case .day: return values.day(name).map { .string($0.description) }
    case .moment: return values.moment(name).map { .string($0.description) }
    case .reference, .anyReference: return values.reference(name).map { .string($0.description) }
    case .references: return .array(values.references(name).map { .string($0.description) })
    case .choices: return .array(values.texts(name).map { .string($0) })
    case .words:
      let words = values.texts(name).flatMap { $0.split(separator: ",") }
      return .array(words.map { .string(String($0.drop { $0 == " " })) })
    case .money:
      return ["amount": .string(values.text(name) ?? ""), "currency": "CAD"]
    default: return values.text(name).map { .string($0) }
    }
  }
}
