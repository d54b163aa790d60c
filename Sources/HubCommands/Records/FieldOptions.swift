import HubConsole
import HubModel
import HubText
import HubWords

/// The field options of a command, and the JSON body that what was typed makes.
struct FieldOptions {
  private let type: RecordType
  private let fields: [FieldOption]
  /// Texts can be written in an editor.
  private let hasEditor: Bool
  /// The texts that can be said to be still right in the other language: those of a record that is
  /// there.
  private let settled: [FieldOption]

  /// - Parameter needed: the fields without which it cannot be done.
  init(
    _ fields: [FieldSummary], of type: RecordType, needed: Set<String> = [],
    inEditor hasEditor: Bool = false, ofChange isChange: Bool = false
  ) {
    self.type = type
    self.fields = fields.flatMap { field in
      FieldOption.all(for: field, of: type).map {
        needed.contains(field.name) && $0.language == nil && !$0.isFile ? $0.needed : $0
      }
    }
    settled =
      isChange
      ? self.fields.filter { $0.isText && $0.language == nil && !$0.isFile } : []
    self.hasEditor = hasEditor && !self.fields.filter(\.isFile).isEmpty
  }

  var options: [Option] {
    fields.map(\.option)
      + (hasEditor
        ? [Option("edit", .word(editable.map(\.option.name)) { word, _ in word }, repeated: true)]
        : [])
      + (settled.isEmpty
        ? []
        : [
          Option(
            "still-right", .word(settled.map(\.option.name)) { word, _ in word }, repeated: true)
        ])
  }

  /// The long texts, a language each.
  private var editable: [FieldOption] {
    fields.filter { !$0.isFile && $0.field.kind == .localized(prose: true) }
  }

  /// What help says of each: the field's label.
  var labels: [String: [String]] {
    Dictionary(
      fields.map { field in
        let name = field.field.name
        return (
          field.option.name,
          field.isFile ? ["option.textFile"] : ["field.\(type.rawValue).\(name)", "field.\(name)"]
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  /// - Parameter texts: those that are written in an editor are kept there.
  func body(of call: Invocation, editing texts: EditedTexts? = nil) throws -> [JSON.Member] {
    var members: [JSON.Member] = []
    func set(_ field: FieldSummary, _ value: JSON) throws {
      if let index = members.firstIndex(where: { $0.name == field.name }) {
        members[index].value = members[index].value.mergePatch(value)
      } else {
        members.append(.init(name: field.name, value: value))
      }
    }
    for field in fields {
      guard let value = try field.value(in: call) else { continue }
      let typed = field.option.name.dropLast(field.isFile ? "-file".count : 0)
      if field.isFile, call.values.has(String(typed)) {
        throw WrongUsage("usage.textTwice", ["option": "--\(typed)"])
      }
      try set(field.field, value)
      if let others = Kinds.kind(of: type).continuation(of: field.field.name) {
        try set(others, field.rest(in: call))
      }
    }
    if type == .actionItem { Self.dayOrWords(&members) }
    if let zone = try newZone(members, call) {
      members.append(.init(name: "timeZone", value: .string(zone)))
    }
    for field in editable where hasEditor {
      guard call.values.texts("edit").contains(field.option.name) else { continue }
      let language = field.language ?? call.words.language
      guard let text = try texts?.text(of: field.field, language, field.option.name) else {
        continue
      }
      try set(field.field, .object([.init(name: language.rawValue, value: .string(text))]))
    }
    for name in settled.isEmpty ? [] : call.values.texts("still-right") {
      guard let text = settled.first(where: { $0.option.name == name }) else { continue }
      try set(text.field, ["stillRight": true])
    }
    return members
  }

  /// What is due on a day is told as one; what is due at no time any more has neither day nor words.
  private static func dayOrWords(_ members: inout [JSON.Member]) {
    guard let index = members.firstIndex(where: { $0.name == "due" }) else { return }
    if members[index].value.isNull {
      members.append(.init(name: "dueOn", value: .null))
    } else if let day = members[index].value.string, Day(day) != nil {
      members[index] = .init(name: "dueOn", value: .string(day))
    }
  }

  /// The zone of a new meeting whose time was said by the clocks of its network.
  private func newZone(_ members: [JSON.Member], _ call: Invocation) throws -> String? {
    let isLocal = fields.contains { field in
      call.values.all(field.option.name, as: TypedMoment.self).contains(where: \.isLocal)
    }
    guard isLocal, call.reference("reference") == nil,
      !members.contains(where: { $0.name == "timeZone" })
    else { return nil }
    return try MeetingClocks(call).zone()
  }
}
