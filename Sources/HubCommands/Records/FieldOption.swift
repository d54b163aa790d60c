import HubConsole
import HubModel
import HubText
import HubWords

/// An option of a command for one field of a record, or for one language of it.
struct FieldOption {
  private(set) var option: Option
  let field: FieldSummary
  /// The language that it sets; nil is the one that the person speaks.
  let language: Language?
  /// The option for the same that takes a file: `--mandate-file`.
  var isFile = false

  /// The same, marked as one without which it cannot be done.
  var needed: FieldOption {
    var result = self
    result.option = option.needed
    return result
  }

  /// Whether it sets a text in two languages, or one side of it.
  var isText: Bool {
    if case .localized = field.kind { true } else { false }
  }

  /// `--due` for `dueOn`, `--close-reason` for `closeReason`.
  static func name(of field: FieldSummary) -> String {
    let isDay = field.kind == .day && field.name.hasSuffix("On")
    return Option.name(for: isDay ? String(field.name.dropLast(2)) : field.name)
  }

  /// The options that set a field of a type: one, or one for each language and one for the
  /// person's own; long texts come from a file as well.
  static func all(for field: FieldSummary, of type: RecordType) -> [FieldOption] {
    let name = name(of: field)
    // A day and words are one thing to people: what is typed says which it is.
    if type == .actionItem, field.name == "dueOn" { return [] }
    // So are the first of several and the others.
    if field.continues != nil { return [] }
    let isContinued = Kinds.kind(of: type).continuation(of: field.name) != nil
    switch field.kind {
    case .localized(let prose):
      let languages: [Language?] = [nil, .en, .fr]
      return languages.flatMap { language in
        let name = name + (language.map { "-\($0.rawValue)" } ?? "")
        let typed = FieldOption(option: Option(name), field: field, language: language)
        guard prose else { return [typed] }
        let file = Option(name + "-file", .file)
        return [
          typed, FieldOption(option: file, field: field, language: language, isFile: true),
        ]
      }
    default:
      let option = option(name, field, type, isContinued: isContinued)
      return [FieldOption(option: option, field: field, language: nil)]
    }
  }

  private static func option(
    _ name: String, _ field: FieldSummary, _ type: RecordType, isContinued: Bool
  ) -> Option {
    switch field.kind {
    case .integer: Option(name, .number(0...1_000_000_000).orNothing)
    case .flag: Option(name, .yesOrNo)
    case .day: Option(name, .day.orNothing)
    case .moment: Option(name, .clock)
    case .money: Option(name, .money.orNothing)
    case .choice(let words):
      Option(name, .choice(words, field: field.name, of: type).orNothing)
    case .choices(let words):
      Option(name, .choice(words, field: field.name, of: type).orNothing, repeated: true)
    case .reference(.person): Option(name, .person.orNothing, repeated: isContinued)
    case .reference(let type): Option(name, .reference([type]).orNothing)
    case .anyReference(let types): Option(name, .reference(types).orNothing)
    case .references(let types): Option(name, .reference(types).orNothing, repeated: true)
    case .words, .names: Option(name, repeated: true)
    case .text where field.name == "due" && type == .actionItem: Option(name, .due.orNothing)
    case .text where field.name == "handle": Option(name, .newHandle)
    default: Option(name)
    }
  }

  /// The value that was given for it, as the API wants it; nil when none was.
  func value(in call: Invocation) throws -> JSON? {
    let values = call.values
    let name = option.name
    guard values.has(name) else { return nil }
    if isFile { return localized(try LongText.read(values.text(name) ?? "", in: call), call) }
    switch field.kind {
    case .references: return .array(values.references(name).map { .string($0.description) })
    case .choices: return .array(values.texts(name).map { .string($0) })
    case .words:
      let words = values.texts(name).flatMap { $0.split(separator: ",") }
      return .array(
        words.map { .string(String($0.drop { $0 == " " })) }.filter { $0 != .string("") })
    case .names:
      return .array(values.texts(name).filter { !$0.isEmpty }.map { .string($0) })
    case .localized: return localized(values.text(name) ?? "", call)
    case _ where values.isNothing(name): return .null
    case .integer: return values.number(name).map { .integer(Int64($0)) }
    case .flag: return .bool(values.text(name) == "true")
    case .day: return values.day(name).map { .string($0.description) }
    case .moment:
      guard let typed = values.all(name, as: TypedMoment.self).last else { return nil }
      return .string(try MeetingClocks(call).moment(typed, for: name).description)
    case .reference, .anyReference:
      return values.references(name).first.map { .string($0.description) }
    case .money:
      return values.all(name, as: Money.self).last.map {
        ["amount": .string($0.amount), "currency": .string($0.currency)]
      }
    default: return values.text(name).map { $0.isEmpty ? .null : .string($0) }
    }
  }

  /// All that was given after the first one, where another field has that.
  func rest(in call: Invocation) -> JSON {
    .array(call.values.references(option.name).dropFirst().map { .string($0.description) })
  }

  private func localized(_ text: String, _ call: Invocation) -> JSON {
    let language = self.language ?? call.words.language
    return .object([.init(name: language.rawValue, value: .string(text))])
  }
}
