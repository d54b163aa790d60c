import Foundation
import HubConsole
import HubModel
import HubText
import HubWords

/// What was understood of the days, sums, people and other records that somebody typed, told after
/// they were written: “Due: Friday, December 4, 2026”.
struct FieldEcho {
  private let type: RecordType
  private let call: Invocation

  init(_ type: RecordType, _ call: Invocation) {
    self.type = type
    self.call = call
  }

  /// A line for each field that was sent and could have been understood otherwise.
  ///
  /// - Parameter record: as it was answered.
  func tell(_ sent: [JSON.Member], of record: JSON) throws {
    guard !call.globals.json, !call.globals.quiet else { return }
    for member in sent {
      guard
        let field = Kinds.kind(of: type).fieldSummaries.first(where: { $0.name == member.name }),
        field.continues == nil, let value = record[field.name],
        let first = try behind(value, field, member.value) ?? text(value, field, record)
      else { continue }
      let others = Kinds.kind(of: type).continuation(of: field.name)
      let rest = try others.flatMap { try text(record[$0.name] ?? .null, $0, record) } ?? ""
      let all = value.isNull || rest.isEmpty || others == nil ? first : "\(first), \(rest)"

      call.say(
        "  "
          + call.words(
            "echo.field", ["field": call.words.field(field.name, of: type), "value": all]))
    }
  }

  /// The language that a change left behind, and how to say that it is still right.
  private func behind(_ value: JSON, _ field: FieldSummary, _ sent: JSON) -> String? {
    guard case .localized = field.kind, let stale = value["stale"]?.string, sent[stale] == nil
    else { return nil }
    return call.words(
      "leftBehind.\(stale)", ["option": "--still-right \(FieldOption.name(of: field))"])
  }

  private func text(_ value: JSON, _ field: FieldSummary, _ record: JSON) throws -> String? {
    let words = call.words
    if value.isNull { return words("echo.none") }
    switch field.kind {
    case .day: return value.string.flatMap { Day($0) }.map { $0.long(in: words.language) }
    case .moment:
      guard let moment = value.string.flatMap({ Moment($0) }) else { return nil }
      let zone = record["timeZone"]?.string ?? call.places.zone(of: record).identifier
      let (day, minute) = moment.local(in: TimeZone(identifier: zone) ?? .gmt)
      let clock = HumanTime.clock(minute, in: words.language)
      return words(
        "echo.moment", ["day": day.long(in: words.language), "clock": clock, "zone": zone])
    case .money:
      return Money(
        amount: value["amount"]?.string ?? "", currency: value["currency"]?.string ?? ""
      ).map(words.money)
    case .choice(let choices) where choices.count > 0:
      return value.string.map { words.choice($0, field: field.name, of: type) }
    case .reference, .anyReference: return try value.string.map { try named($0, record) }
    case .references:
      let named = try (value.array ?? []).compactMap(\.string).map { try self.named($0, record) }
      return named.joined(separator: ", ")
    case .text where field.name == "due":
      return FieldText(words: words, names: nil).text(value, field, of: type)
    default: return nil
    }
  }

  /// `Rosa Exemplar (@rosa)`, `Workers’ Forum (B-2)`.
  func named(_ reference: String, _ record: JSON) throws -> String {
    guard Reference(reference)?.type == .person else {
      return FieldText(words: call.words, names: record["names"]).named(
        reference)
    }
    let person = try call.client().json("GET", "/people/\(reference)")
    let name = person["name"]?.string ?? reference
    return person["handle"]?.string.map { "\(name) (@\($0))" } ?? name
  }
}
