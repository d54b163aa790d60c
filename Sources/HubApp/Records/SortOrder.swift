import HubModel
import HubSQL

/// An order of a collection, made total by the record's number.
struct SortOrder {
  /// What is compared; never NULL, so that one comparison pages through it.
  let expression: String
  let descending: Bool
  /// Whether texts are compared, by their place in the order of a language.
  let isOfTexts: Bool

  /// Fields by which a collection can be ordered, beside `ref`, `created` and `modified`.
  static func sortable<R: Record>(_ type: R.Type) -> [String] {
    ["ref", "created", "modified"]
      + R.fields.filter { field in
        guard !field.traits.contains(.confined) else { return false }
        switch field.kind {
        case .day, .moment, .integer, .text, .localized(prose: false), .choice: return true
        default: return false
        }
      }.map(\.name)
  }

  /// - Parameter language: the reader's: a text stands where what is shown of it does.
  init<R: Record>(
    _ type: R.Type, _ sort: String?, in language: Language, _ faults: inout [Fault]
  ) throws {
    let name = sort.map { $0.hasPrefix("-") ? String($0.dropFirst()) : $0 } ?? "ref"
    descending = sort?.hasPrefix("-") ?? false
    switch name {
    case "ref": (expression, isOfTexts) = ("t.number", false)
    case "created", "modified": (expression, isOfTexts) = ("t.\(name)", false)
    default:
      guard let field = R.fields.first(where: { $0.name == name }),
        Self.sortable(R.self).contains(name)
      else {
        let known = Self.sortable(R.self)
        faults.append(
          Fault("unknownSort", at: "sort", ["word": name, "known": known.joined(separator: ", ")]))
        (expression, isOfTexts) = ("t.number", false)
        return
      }
      if let text = Self.shown(field, in: language) {
        (expression, isOfTexts) = ("sort_key(\(text), '\(language.rawValue)')", true)
        return
      }
      isOfTexts = false
      let column = "t.\(field.columns[0])"
      let isOptional = field.traits.contains(.optional)
      // What has no day comes last, whichever way: it is nobody's next thing.
      let blank =
        field.kind.isInteger(column: 0)
        ? (descending ? "-9223372036854775807" : "9223372036854775807") : "''"
      expression = isOptional ? "COALESCE(\(column), \(blank))" : column
    }
  }

  /// What a reader of the language sees of a text; nil for what is no text.
  private static func shown<R: Record>(_ field: Field<R>, in language: Language) -> String? {
    switch field.kind {
    case .text: return "COALESCE(t.\(field.columns[0]), '')"
    case .localized:
      let own = Language.allCases.firstIndex(of: language) ?? 0
      let (mine, other) = (field.columns[own], field.columns[1 - own])
      return "COALESCE(NULLIF(t.\(mine), ''), t.\(other), '')"
    default: return nil
    }
  }

  var clause: String {
    let direction = descending ? " DESC" : ""
    return expression == "t.number"
      ? "t.number\(direction)" : "\(expression)\(direction), t.number\(direction)"
  }

  func condition(after cursor: Cursor) -> SQL {
    let comparison: SQL = descending ? "<" : ">"
    if expression == "t.number" { return "t.number \(comparison) \(cursor.number)" }
    let expression = SQL(raw: expression)
    // No index has the keys of texts.
    if isOfTexts {
      return "(\(expression), t.number) \(comparison) (\(cursor.key), \(cursor.number))"
    }
    // Said twice, since an index of an expression is entered by the plain comparison only.
    return """
      \(expression) \(comparison)= \(cursor.key) \
      AND (\(expression), t.number) \(comparison) (\(cursor.key), \(cursor.number))
      """
  }
}
