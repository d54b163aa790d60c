import HubModel
import HubText
import HubWords

/// A field of an answer as people read it: references by name.
struct FieldText {
  let words: Words
  /// The `names` of the answer.
  let names: JSON?

  /// A field of a record, with those that go on with it.
  func text(of field: FieldSummary, in record: JSON, of type: RecordType) -> String {
    let others = Kinds.kind(of: type).continuation(of: field.name)
    return ([field] + [others].compactMap(\.self)).map {
      text(record[$0.name], $0, of: type, in: record)
    }
    .filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// - Parameter record: the one that has the field, where another of its fields says how it is read.
  func text(
    _ value: JSON?, _ field: FieldSummary, of type: RecordType, in record: JSON? = nil
  ) -> String {
    guard let value, !value.isNull else { return "" }
    switch field.kind {
    case .localized: return localized(value)
    case .day: return value.string.flatMap { Day($0) }.map { $0.short(in: words.language) } ?? ""
    case .moment: return value.string ?? ""
    case .flag: return words(value.bool == true ? "yes" : "no")
    case .money:
      return Money(
        amount: value["amount"]?.string ?? "", currency: value["currency"]?.string ?? "CAD"
      ).map(words.money) ?? ""
    case .choice: return value.string.map { words.choice($0, field: field.name, of: type) } ?? ""
    case .choices:
      return list(value) { words.choice($0, field: field.name, of: type) }
    case .reference, .anyReference: return value.string.map(named) ?? ""
    case .references: return list(value, named)
    case .words: return list(value) { words.word($0, in: field.name) }
    case .names: return list(value) { $0 }
    case .votes: return (value.array ?? []).map(vote).joined(separator: "; ")
    case .integer where field.name == "count" && type == .attendance:
      let isApproximate = record?["approximate"]?.bool == true
      return value.integer.map { words.people(Int($0), isApproximate: isApproximate) } ?? ""
    case .integer: return value.integer.map { words.number(Int($0)) } ?? ""
    case .text where Self.dues.contains(field.name) && type == .actionItem:
      return value.string.flatMap { Due(code: $0) }?.said(in: words.language) ?? ""
    case .text: return value.string ?? ""
    }
  }

  private static let dues: Set<String> = ["due", "firstDue"]

  /// In the person's language, or in the other one where there is only that.
  func localized(_ value: JSON?) -> String {
    LocalizedText(en: value?["en"]?.string ?? "", fr: value?["fr"]?.string ?? "")
      .best(words.language)
  }

  /// `Facilitator (P-3)`.
  func named(_ reference: String) -> String {
    let name = localized(names?[reference])
    return name.isEmpty ? reference : "\(name) (\(reference))"
  }

  /// The name alone, for a narrow column.
  func name(_ reference: String?) -> String {
    guard let reference else { return "" }
    let name = localized(names?[reference])
    return name.isEmpty ? reference : name
  }

  private func list(_ value: JSON, _ word: (String) -> String) -> String {
    (value.array ?? []).compactMap(\.string).map(word).joined(separator: ", ")
  }

  private func vote(_ count: JSON) -> String {
    let group = count["stakeholderGroup"]?.string
    let who = group.map { words.choice($0, field: "stakeholderGroup", of: .attendance) }
    func number(_ name: String) -> String { String(count[name]?.integer ?? 0) }
    return words(
      "vote.count",
      [
        "group": who ?? words("vote.everyone"), "inFavour": number("inFavour"),
        "against": number("against"), "abstained": number("abstained"),
      ])
  }
}
