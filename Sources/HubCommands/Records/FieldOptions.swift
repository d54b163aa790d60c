import HubConsole
import HubModel
import HubText

/// The field options of a command, and the JSON body that what was typed makes.
struct FieldOptions {
  let options: [FieldOption]

  init(_ fields: [FieldSummary]) { options = fields.flatMap(FieldOption.all) }

  /// What help says of each: the field's label.
  func labels(_ type: RecordType) -> [String: [String]] {
    Dictionary(
      options.map {
        ($0.option.name, ["field.\(type.rawValue).\($0.field.name)", "field.\($0.field.name)"])
      }, uniquingKeysWith: { first, _ in first })
  }

  func body(of call: Invocation) throws -> [JSON.Member] {
    var members: [JSON.Member] = []
    for option in options {
      guard let value = try option.value(in: call) else { continue }
      if let index = members.firstIndex(where: { $0.name == option.field.name }) {
        members[index].value = members[index].value.mergePatch(value)
      } else {
        members.append(.init(name: option.field.name, value: value))
      }
    }
    return members
  }
}
