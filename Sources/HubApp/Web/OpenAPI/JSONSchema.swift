import HubModel
import HubText

/// JSON Schemas (draft 2020-12, as OpenAPI 3.1 has them), as far as the document needs them.
enum JSONSchema {
  static let text: JSON = ["type": "string"]
  static let flag: JSON = ["type": "boolean"]
  static let integer: JSON = ["type": "integer", "format": "int64"]
  static let count: JSON = ["type": "integer", "minimum": 0]
  static let day: JSON = ["type": "string", "format": "date"]
  static let moment: JSON = ["type": "string", "format": "date-time"]
  static let null: JSON = ["type": "null"]

  /// A schema of the components, by its name.
  static func named(_ name: String) -> JSON { ["$ref": .string("#/components/schemas/\(name)")] }

  /// One of these words.
  static func word(of words: [String]) -> JSON {
    ["type": "string", "enum": .array(words.map { .string($0) })]
  }

  static func text(matching pattern: String) -> JSON {
    ["type": "string", "pattern": .string(pattern)]
  }

  static func list(of items: JSON) -> JSON { ["type": "array", "items": items] }

  /// A reference to a record of one of these types; all types when there are none named.
  static func reference(to types: [RecordType] = RecordType.allCases) -> JSON {
    if types.count == RecordType.allCases.count { return named("Reference") }
    return text(matching: "^\(prefixes(of: types))-[0-9]{1,15}$")
      .adding("examples", [.string("\(types[0].prefix)-12")])
  }

  /// A reference as a request may have it: a person also by handle.
  static func namedReference(to types: [RecordType]) -> JSON {
    guard types.contains(.person) else { return reference(to: types) }
    return text(matching: "^(\(prefixes(of: types))-[0-9]{1,15}|@[a-z][a-z0-9-]{1,39})$")
      .adding("examples", ["@facilitator"])
  }

  static func prefixes(of types: [RecordType]) -> String {
    types.count == 1 ? types[0].prefix : "(\(types.map(\.prefix).joined(separator: "|")))"
  }

  /// The schema of a text with the empty one beside what it admits.
  static func orEmpty(_ schema: JSON) -> JSON {
    if schema == day { return text(matching: "^([0-9]{4}-[0-9]{2}-[0-9]{2})?$") }
    if let words = schema["enum"]?.array {
      return ["type": "string", "enum": .array(words + [""])]
    }
    guard let pattern = schema["pattern"]?.string else {
      return schema == text ? schema : ["anyOf": [schema, ["const": ""]]]
    }
    return .object(
      (schema.object ?? []).map {
        $0.name == "pattern"
          ? .init(name: "pattern", value: .string("^(\(pattern.dropFirst().dropLast()))?$")) : $0
      })
  }

  /// The schema with `null` beside what it admits.
  static func nullable(_ schema: JSON) -> JSON {
    if schema["enum"] == nil, let type = schema["type"]?.string {
      return .object(
        (schema.object ?? []).map {
          $0.name == "type" ? .init(name: "type", value: [.string(type), "null"]) : $0
        })
    }
    return ["anyOf": [schema, null]]
  }

  /// One of these shapes. Each has a title that nothing else in the document has: what programs are
  /// generated from it call it by that.
  static func either(_ shapes: [(title: String, JSON)]) -> JSON {
    ["oneOf": .array(shapes.map { $0.1.adding("title", text: $0.title) })]
  }

  /// A record as it is read: whole, or what `fields` asks for of it.
  static func whatIsAsked(of type: RecordType) -> JSON {
    ["anyOf": [named(type.schemaName), named("\(type.schemaName)Excerpt")]]
  }

  /// An object.
  ///
  /// - Parameters:
  ///   - required: the members that are always there; nil when all are.
  ///   - isClosed: whether other members are refused.
  static func object(
    _ members: [(String, JSON)], required: [String]? = nil, isClosed: Bool = false
  ) -> JSON {
    var schema: JSON = ["type": "object", "properties": JSON(members: members)]
    let required = required ?? members.map(\.0)
    if !required.isEmpty {
      schema = schema.adding("required", .array(required.map { .string($0) }))
    }
    return isClosed ? schema.adding("additionalProperties", false) : schema
  }
}

extension RecordType {
  /// The name of its schema: `ActionItem`.
  var schemaName: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

extension JSON {
  init(members: [(String, JSON)]) {
    self = .object(members.map { Member(name: $0.0, value: $0.1) })
  }

  /// This object with one more member at its end; the same where there is nothing to add, which
  /// `null` is too.
  func adding(_ name: String, _ value: JSON?) -> JSON {
    guard let value, value != .null, case .object(let members) = self else { return self }
    return .object(members + [Member(name: name, value: value)])
  }

  /// This object with one more text at its end.
  func adding(_ name: String, text: String?) -> JSON { adding(name, text.map { .string($0) }) }

  static func words(_ words: [String]) -> JSON { .array(words.map { .string($0) }) }
}
