import HubModel
import HubText

extension Erasure {
  /// Takes the texts out of the content of a history entry, `{"reason": …, "change": {…}}`.
  ///
  /// - Parameters:
  ///   - subject: what the entry is of; decides which members hold words.
  ///   - number: of the record.
  ///   - spared: a field that is left alone.
  /// - Returns: nil where none of the texts stands in it.
  func applied(
    toContent content: JSON, of subject: (any Record.Type)?, number: Int64,
    sparing spared: String? = nil
  ) -> (content: JSON, places: Int)? {
    guard let members = content.object else { return nil }
    var places = 0
    let replaced = members.map { member -> JSON.Member in
      var member = member
      switch member.name {
      case "reason": member.value = words(member.value, nil, &places)
      case "change":
        let fields = (subject?.fieldSummaries ?? []).filter { $0.name != spared }
        member.value = change(member.value, fields, number, &places)
      default: break
      }
      return member
    }
    return places == 0 ? nil : (.object(replaced), places)
  }

  private func change(
    _ change: JSON, _ fields: [FieldSummary], _ number: Int64, _ places: inout Int
  ) -> JSON {
    .object(
      (change.object ?? []).map { member in
        guard let field = fields.first(where: { $0.name == member.name }) else { return member }
        let treatment = FieldErasure(field.name, field.kind)
        if case .never = treatment { return member }
        var found = 0
        let value = words(member.value, nil, &found)
        if found == 0 { return member }
        places += found
        var replaced = member
        switch treatment {
        case .words, .never: replaced.value = value
        case .clear: replaced.value = .null
        case .neutral: replaced.value = .string(Expunction.neutralName(number))
        }
        return replaced
      })
  }

  private func words(_ json: JSON, _ language: Language?, _ places: inout Int) -> JSON {
    switch json {
    case .string(let text):
      guard let found = applied(to: text, in: language) else { return json }
      places += found.places
      return .string(found.text)
    case .array(let values): return .array(values.map { words($0, language, &places) })
    case .object(let members):
      return .object(
        members.map {
          let language = Language(rawValue: $0.name) ?? language
          return JSON.Member(name: $0.name, value: words($0.value, language, &places))
        })
    default: return json
    }
  }
}
