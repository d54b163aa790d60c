import HubModel
import HubSQL

/// An order of a collection, made total by the record's number.
struct SortOrder {
  /// What is compared; never NULL, so that one comparison pages through it.
  let expression: String
  let descending: Bool

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

  init<R: Record>(_ type: R.Type, _ sort: String?, _ faults: inout [Fault]) throws {
    let name = sort.map { $0.hasPrefix("-") ? String($0.dropFirst()) : $0 } ?? "ref"
    descending = sort?.hasPrefix("-") ?? false
    switch name {
    case "ref": expression = "t.number"
    case "created", "modified": expression = "t.\(name)"
    default:
      guard let field = R.fields.first(where: { $0.name == name }),
        Self.sortable(R.self).contains(name)
      else {
        let known = Self.sortable(R.self)
        faults.append(
          Fault("unknownSort", at: "sort", ["word": name, "known": known.joined(separator: ", ")]))
        expression = "t.number"
        return
      }
      let column = "t.\(field.columns[0])"
      let isOptional = field.traits.contains(.optional)
      // What has no day comes last, whichever way: it is nobody's next thing.
      let blank =
        field.kind.isInteger(column: 0)
        ? (descending ? "-9223372036854775807" : "9223372036854775807") : "''"
      expression = isOptional ? "COALESCE(\(column), \(blank))" : column
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
    // Said twice, since an index of an expression is entered by the plain comparison only.
    return """
      \(expression) \(comparison)= \(cursor.key) \
      AND (\(expression), t.number) \(comparison) (\(cursor.key), \(cursor.number))
      """
  }
}
