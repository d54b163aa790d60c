import HubModel
import HubText

/// Reads a field's value as the history has it, be it of today or of long ago: what was accepted
/// once is not checked again, and former words become those of today.
enum PastCells {
  /// The field's cells; nil for what no version of it ever wrote.
  static func read<R: Record>(_ json: JSON, _ field: Field<R>) -> [Cell]? {
    if json.isNull { return field.kind.columnSuffixes.map { _ in .null } }
    switch field.kind {
    case .localized:
      guard let members = json.object else { return nil }
      let text = { (name: String) in members.first { $0.name == name }?.value.string }
      return [
        .text(text("en") ?? ""), .text(text("fr") ?? ""), text("stale").map { .text($0) } ?? .null,
      ]
    case .text: return json.string.map { [.text($0)] }
    case .integer: return json.integer.map { [.integer($0)] }
    case .flag: return json.bool.map { [.integer($0 ? 1 : 0)] }
    case .day: return json.string.flatMap { Day($0) }.map { [.integer(Int64($0.number))] }
    case .moment: return json.string.flatMap { Moment($0) }.map { [.integer($0.milliseconds)] }
    case .money:
      guard let amount = json["amount"]?.string, let currency = json["currency"]?.string,
        let money = Money(amount: amount, currency: currency)
      else { return nil }
      return [.integer(money.cents), .text(money.currency)]
    case .reference: return reference(json).map { [.integer($0.number)] }
    case .anyReference:
      return reference(json).map { [.text($0.type.rawValue), .integer($0.number)] }
    case .choice: return json.string.map { [.text(field.formerWords[$0] ?? $0)] }
    case .choices, .words, .references:
      guard let words = json.array?.map(\.string), !words.contains(nil) else { return nil }
      let today = words.compactMap { $0.map { field.formerWords[$0] ?? $0 } }
      return [.text(today.joined(separator: ","))]
    case .names:
      let names = (json.array ?? []).compactMap(\.string)
      return [
        .text(
          names.map { ((try? ParticipantByName.read($0).get()) ?? .init($0)).word }.joined(
            separator: ","))
      ]
    case .votes: return [.text(json.text)]
    }
  }

  private static func reference(_ json: JSON) -> Reference? {
    json.string.flatMap { Reference($0) }
  }
}
