import HubModel
import HubText
import HubWords

/// The schema of a field, as answers have it and as requests may bring it.
struct FieldSchema {
  let words: Words
  let type: RecordType

  /// As an answer has it: there is always a member, `null` where the field is empty.
  func answered(_ field: FieldSummary) -> JSON {
    let plain = answered(field.kind)
    // A neighbour that the caller may not see is not there.
    let isOptional =
      field.traits.contains(.optional) || (field.kind.refers && !field.kind.isList)
    return labelled(isOptional ? JSONSchema.nullable(plain) : plain, field)
      .adding("readOnly", field.traits.contains(.system) ? true : nil)
  }

  /// As a request may bring it; `null` empties it.
  func requested(_ field: FieldSummary) -> JSON {
    var isNullable = field.traits.contains(.optional) || field.kind.isList
    if case .localized = field.kind { isNullable = true }
    let plain = requested(field.kind)
    return labelled(isNullable ? JSONSchema.nullable(plain) : plain, field)
  }

  private func answered(_ kind: FieldKind) -> JSON {
    switch kind {
    case .text: JSONSchema.text
    case .localized: JSONSchema.named("LocalizedText")
    case .integer:
      JSONSchema.integer.adding("minimum", .integer(FieldLimits.integers.lowerBound))
        .adding("maximum", .integer(FieldLimits.integers.upperBound))
    case .flag: JSONSchema.flag
    case .day: JSONSchema.day
    case .moment: JSONSchema.moment
    case .money: JSONSchema.named("Money")
    case .reference(let type): JSONSchema.reference(to: [type])
    case .anyReference(let types): JSONSchema.reference(to: types)
    case .references(let types): JSONSchema.list(of: JSONSchema.reference(to: types))
    case .choice(let words): JSONSchema.word(of: words)
    case .choices(let words): JSONSchema.list(of: JSONSchema.word(of: words))
    case .words: JSONSchema.list(of: JSONSchema.text(matching: "^[^,]+$"))
    case .names: JSONSchema.list(of: JSONSchema.text)
    case .votes: JSONSchema.list(of: JSONSchema.named("Vote"))
    }
  }

  private func requested(_ kind: FieldKind) -> JSON {
    switch kind {
    case .localized: JSONSchema.named("LocalizedTextDraft")
    case .money: JSONSchema.named("MoneyDraft")
    case .votes: JSONSchema.list(of: JSONSchema.named("VoteDraft"))
    case .reference(let type): JSONSchema.namedReference(to: [type])
    case .anyReference(let types): JSONSchema.namedReference(to: types)
    case .references(let types): JSONSchema.list(of: JSONSchema.namedReference(to: types))
    default: answered(kind)
    }
  }

  private func labelled(_ schema: JSON, _ field: FieldSummary) -> JSON {
    var remarks: [String] = []
    if field.kind.refers { remarks.append(words("openapi.refers")) }
    if field.traits.contains(.prose) { remarks.append(words("openapi.prose")) }
    if field.traits.contains(.fixed) { remarks.append(words("openapi.fixed")) }
    if field.traits.contains(.unique) { remarks.append(words("openapi.unique")) }
    if type == .actionItem, field.name == "due" { remarks.append(words("openapi.due")) }
    if type == .actionItem, field.name == "organization" {
      remarks.append(words("openapi.assigneeOrganization"))
    }
    if field.name == "assigneeName" { remarks.append(words("openapi.assigneeName")) }
    if let first = field.continues { remarks.append(words("openapi.others", ["first": first])) }
    if let others = Kinds.kind(of: type).continuation(of: field.name) {
      remarks.append(words("openapi.first", ["others": others.name]))
    }
    let choices = field.kind.choices.map {
      "`\($0)` – \(words.choice($0, field: field.name, of: type))"
    }
    if !choices.isEmpty { remarks.append(choices.joined(separator: " · ")) }
    let remark = remarks.isEmpty ? nil : remarks.joined(separator: " ")
    return schema.adding("title", text: words.field(field.name, of: type))
      .adding("description", text: remark)
  }
}
