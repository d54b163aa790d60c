import HubModel
import HubSQL
import HubText

/// Conditions for the filters of a collection, from the field list.
enum Filter {
  /// The names of a type's filters: its fields by value, days also by `…Before` and `…After`, and
  /// what the type adds.
  static func names<R: Stored>(_ type: R.Type) -> [String] {
    var names = ["visibility", "network", "illustrative", "changedSince"]
    if R.lifeCycle != nil { names.insert("state", at: 0) }
    for field in R.fields where !field.traits.contains(.confined) && field.continues == nil {
      switch field.kind {
      case .reference, .anyReference, .references, .choice, .choices, .flag, .text, .words:
        names.append(field.name)
      case .day: names += [field.name, "\(field.name)Before", "\(field.name)After"]
      default: break
      }
    }
    return names + R.filters
  }

  /// How many values a filter takes, counted as they came: one said twice counts twice.
  static let mostValues = 50

  /// Whether a field can be without a value, which an empty one asks for: `assignee=`.
  static func canBeNone(_ kind: FieldKind, _ traits: FieldTraits) -> Bool {
    switch kind {
    case .references, .words, .choices: true
    case .reference, .anyReference, .choice, .text, .day: traits.contains(.optional)
    default: false
    }
  }

  /// What meets any of the values of one filter.
  static func condition<R: Stored>(
    _ type: R.Type, _ name: String, anyOf values: [String], in reading: Reading
  ) throws -> SQL {
    guard values.count <= mostValues else {
      throw Refusal.malformed([Fault("tooManyValues", at: name, ["most": String(mostValues)])])
    }
    var conditions: [SQL] = []
    var faults: [Fault] = []
    for value in values.withoutRepetition {
      do {
        conditions.append(try condition(R.self, name, value, in: reading))
      } catch Refusal.malformed(let found) {
        faults += found
      }
    }
    guard faults.isEmpty else { throw Refusal.malformed(faults) }
    if conditions.count == 1 { return conditions[0] }
    return "(\(SQL.joined(conditions.map { "(\($0))" }, separator: " OR ")))"
  }

  private static func condition<R: Stored>(
    _ type: R.Type, _ name: String, _ value: String, in reading: Reading
  ) throws -> SQL {
    if R.filters.contains(name) {
      let isWanted = try flag(value, name)
      if let special = try R.condition(forFilter: name, value, in: reading) {
        return isWanted ? special : "(\(special)) IS NOT TRUE"
      }
    }
    switch name {
    case "state":
      guard let lifeCycle = R.lifeCycle else { break }
      return try oneOf("t.state", value, among: lifeCycle.states, name)
    case "visibility":
      return try oneOf("t.visibility", value, among: Visibility.allCases.map(\.rawValue), name)
    case "illustrative": return "t.illustrative = \(try flag(value, name) ? 1 : 0)"
    case "network": return "t.network = \(try reference(value, [.network], name, reading).number)"
    case "changedSince":
      guard let moment = Moment(value) else { throw unreadable("unreadableMoment", name, value) }
      let changed: SQL = "t.modified > \(moment.milliseconds)"
      let gained = try Departures.gained(since: moment, of: R.type, in: reading)
      return gained.map { "(\(changed) OR t.number IN (\($0)))" } ?? changed
    default: break
    }
    for field in R.fields where !field.traits.contains(.confined) && field.continues == nil {
      let column = SQL(raw: "t.\(field.columns[0])")
      switch field.kind {
      case .day where name == "\(field.name)Before": return "\(column) < \(try day(value, name))"
      case .day where name == "\(field.name)After": return "\(column) > \(try day(value, name))"
      case let kind where name == field.name:
        if value.isEmpty, canBeNone(kind, field.traits) {
          return R.condition(forField: name, naming: nil, in: reading) ?? none(kind, column)
        }
        if case .reference(let type) = kind,
          let special = R.condition(
            forField: name, naming: try reference(value, [type], name, reading), in: reading)
        {
          return special
        }
        return try condition(kind, field.columns, value, name, reading)
      default: continue
      }
    }
    let known = names(R.self)
    var arguments = ["word": name, "known": known.joined(separator: ", ")]
    let nearest = Nearest.word(to: name, among: known)
    arguments["nearest"] = nearest
    throw Refusal.malformed([
      Fault(nearest == nil ? "unknownFilter" : "unknownFilterNear", at: name, arguments)
    ])
  }

  private static func condition(
    _ kind: FieldKind, _ columns: [String], _ value: String, _ name: String, _ reading: Reading
  ) throws -> SQL {
    let column = SQL(raw: "t.\(columns[0])")
    switch kind {
    case .reference(let type):
      return "\(column) = \(try reference(value, [type], name, reading).number)"
    case .anyReference(let types):
      let found = try reference(value, types, name, reading)
      return "(\(column) = \(found.type.rawValue) AND t.\(raw: columns[1]) = \(found.number))"
    case .references(let types):
      return member(column, try reference(value, types, name, reading).description)
    case .words: return member(column, value)
    case .choices(let words):
      guard words.contains(value) else { throw unknown(value, words, name) }
      return member(column, value)
    case .choice(let words): return try oneOf("t.\(columns[0])", value, among: words, name)
    case .flag: return "\(column) = \(try flag(value, name) ? 1 : 0)"
    case .day: return "\(column) = \(try day(value, name))"
    default: return "\(column) = \(value)"
    }
  }

  private static func none(_ kind: FieldKind, _ column: SQL) -> SQL {
    kind.isInteger(column: 0) ? "\(column) IS NULL" : "COALESCE(\(column), '') = ''"
  }

  private static func member(_ column: SQL, _ word: String) -> SQL {
    "INSTR(',' || \(column) || ',', \(",\(word),")) > 0"
  }

  private static func oneOf(
    _ column: String, _ value: String, among words: [String], _ name: String
  ) throws -> SQL {
    let wanted = value.split(separator: ",").map(String.init).withoutRepetition
    let unknown = wanted.filter { !words.contains($0) }
    guard unknown.isEmpty, !wanted.isEmpty else {
      throw Self.unknown(unknown.first ?? "", words, name)
    }
    return "\(raw: column) IN (\(list: wanted))"
  }

  private static func unknown(_ word: String, _ words: [String], _ name: String) -> Refusal {
    let allowed = words.joined(separator: ", ")
    return .malformed([Fault("unknownChoice", at: name, ["word": word, "allowed": allowed])])
  }

  private static func reference(
    _ value: String, _ types: [RecordType], _ name: String, _ reading: Reading
  ) throws -> Reference {
    var reader = FieldReader(reading)
    guard let found = try reader.reference(.string(value), types, at: name) else {
      throw Refusal.malformed(reader.faults)
    }
    return found
  }

  private static func flag(_ value: String, _ name: String) throws -> Bool {
    switch value {
    case "true": return true
    case "false": return false
    default: throw unreadable("wrongFlag", name, value)
    }
  }

  private static func day(_ value: String, _ name: String) throws -> Int {
    guard let day = Day(value) else { throw unreadable("unreadableDay", name, value) }
    return day.number
  }

  static func unreadable(_ code: String, _ name: String, _ value: String) -> Refusal {
    .malformed([Fault(code, at: name, ["text": value])])
  }
}
