package import HubText

/// Holds a JSON value to a schema: the keywords of draft 2020-12 that the hub's OpenAPI document
/// uses, and no other. A keyword that it does not know is a finding too.
package struct SchemaChecker {
  /// What `#/…` references are looked up in.
  package let document: JSON
  /// Whether a member that no schema names is a finding, as it is for what the hub answers.
  package var isStrict = false

  package init(_ document: JSON, isStrict: Bool = false) {
    self.document = document
    self.isStrict = isStrict
  }

  /// What is wrong, each with the place in the value; nothing when it fits.
  package func findings(_ value: JSON, _ schema: JSON, at place: String = "") -> [String] {
    findings(value, schema, place, isPart: false)
  }

  /// - Parameter isPart: whether other schemas say more of the same value.
  private func findings(
    _ value: JSON, _ schema: JSON, _ place: String, isPart: Bool
  ) -> [String] {
    if schema == true || schema.object?.isEmpty ?? false { return [] }
    guard let keywords = schema.object else { return ["\(place): \(schema.text) is no schema"] }
    var findings: [String] = []
    for keyword in keywords {
      findings += check(value, keyword.name, keyword.value, schema, place, isPart)
    }
    if isStrict, !isPart { findings += undocumented(value, schema, place) }
    return findings
  }

  private func check(
    _ value: JSON, _ keyword: String, _ wanted: JSON, _ schema: JSON, _ place: String,
    _ isPart: Bool
  ) -> [String] {
    switch keyword {
    case "$ref":
      guard let found = resolve(wanted.string ?? "") else { return ["\(place): \(wanted.text)?"] }
      return findings(value, found, place, isPart: isPart)
    case "allOf":
      return (wanted.array ?? []).flatMap { findings(value, $0, place, isPart: true) }
    case "anyOf", "oneOf":
      let all = (wanted.array ?? []).map { findings(value, $0, at: place) }
      let fitting = all.filter(\.isEmpty).count
      if fitting == 0 { return ["\(place): none of \(keyword): \(all.joined())"] }
      return keyword == "oneOf" && fitting > 1 ? ["\(place): \(fitting) of oneOf"] : []
    case "type":
      let types = wanted.array?.compactMap(\.string) ?? [wanted.string ?? ""]
      return types.contains { Self.isOf($0, value) }
        ? [] : ["\(place): \(value.text.prefix(60)) is no \(types)"]
    case "enum":
      return wanted.array?.contains(value) ?? false
        ? [] : ["\(place): \(value.text) is none of \(wanted.text)"]
    case "const": return value == wanted ? [] : ["\(place): \(value.text) is not \(wanted.text)"]
    default: return checkParts(value, keyword, wanted, schema, place)
    }
  }

  private func checkParts(
    _ value: JSON, _ keyword: String, _ wanted: JSON, _ schema: JSON, _ place: String
  ) -> [String] {
    switch keyword {
    case "properties":
      return (value.object ?? []).flatMap { member in
        wanted[member.name].map { findings(member.value, $0, at: "\(place)/\(member.name)") } ?? []
      }
    case "required":
      guard value.object != nil else { return [] }
      return (wanted.array ?? []).compactMap(\.string).filter { value[$0] == nil }
        .map { "\(place): \($0) is missing" }
    case "additionalProperties":
      return others(value, schema).flatMap { member in
        wanted == false
          ? ["\(place): \(member.name) is not admitted"]
          : findings(member.value, wanted, at: "\(place)/\(member.name)")
      }
    case "patternProperties": return []
    case "propertyNames":
      return (value.object ?? []).flatMap { findings(.string($0.name), wanted, at: place) }
    case "items":
      return (value.array ?? []).enumerated().flatMap {
        findings($0.element, wanted, at: "\(place)/\($0.offset)")
      }
    case "minItems":
      return value.array.map { $0.count >= Int(wanted.integer ?? 0) } ?? true
        ? [] : ["\(place): too few"]
    case "maxItems":
      return value.array.map { $0.count <= Int(wanted.integer ?? 0) } ?? true
        ? [] : ["\(place): too many"]
    default: return checkScalar(value, keyword, wanted, place)
    }
  }

  private func checkScalar(
    _ value: JSON, _ keyword: String, _ wanted: JSON, _ place: String
  ) -> [String] {
    switch keyword {
    case "pattern":
      guard let text = value.string, let regex = try? Regex(wanted.string ?? "") else { return [] }
      return text.contains(regex) ? [] : ["\(place): \(text) does not match \(wanted.text)"]
    case "minimum", "maximum":
      guard let number = value.integer, let bound = wanted.integer else { return [] }
      return (keyword == "minimum" ? number >= bound : number <= bound)
        ? [] : ["\(place): \(number) beyond \(keyword) \(bound)"]
    case "format":
      guard let text = value.string, let pattern = Self.formats[wanted.string ?? ""],
        let regex = try? Regex(pattern)
      else { return [] }
      return text.wholeMatch(of: regex) != nil ? [] : ["\(place): \(text) is no \(wanted.text)"]
    case "title", "description", "examples", "default", "readOnly": return []
    default: return ["\(place): unknown keyword \(keyword)"]
    }
  }

  /// A schema by its pointer: `#/components/schemas/Money`.
  package func resolve(_ pointer: String) -> JSON? {
    var found: JSON? = document
    for part in pointer.split(separator: "/").dropFirst() {
      let name = String(part).replacing("~1", with: "/").replacing("~0", with: "~")
      found = found?[name]
    }
    return found
  }

  private func others(_ value: JSON, _ schema: JSON) -> [JSON.Member] {
    let patterns = (schema["patternProperties"]?.object ?? []).compactMap { try? Regex($0.name) }
    return (value.object ?? []).filter { member in
      schema["properties"]?[member.name] == nil
        && !patterns.contains { member.name.contains($0) }
    }
  }

  /// Members of which no schema that applies says anything.
  private func undocumented(_ value: JSON, _ schema: JSON, _ place: String) -> [String] {
    guard let members = value.object, schema["properties"] != nil || schema["allOf"] != nil,
      schema["additionalProperties"] == nil
    else { return [] }
    let known = named(by: schema)
    return members.filter { !known.contains($0.name) }
      .map { "\(place): \($0.name) is not documented" }
  }

  private func named(by schema: JSON) -> Set<String> {
    var names = Set((schema["properties"]?.object ?? []).map(\.name))
    for part in schema["allOf"]?.array ?? [] { names.formUnion(named(by: part)) }
    if let part = schema["$ref"]?.string.flatMap(resolve) { names.formUnion(named(by: part)) }
    return names
  }

  private static func isOf(_ type: String, _ value: JSON) -> Bool {
    switch (type, value) {
    case ("null", .null), ("boolean", .bool), ("integer", .integer), ("number", .integer),
      ("number", .number), ("string", .string), ("array", .array), ("object", .object):
      true
    default: false
    }
  }

  private static let formats = [
    "date": "[0-9]{4}-[0-9]{2}-[0-9]{2}",
    "date-time": "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z",
  ]
}
