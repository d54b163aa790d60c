import HubModel
import HubText
import HubWords

/// Parameters as OpenAPI writes them.
enum Parameter {
  static func query(
    _ name: String, _ schema: JSON, _ text: String, isRequired: Bool = false
  ) -> JSON {
    parameter(name, "query", schema, text, isRequired)
  }

  /// A parameter that can be there several times, each with one value.
  static func list(
    _ name: String, of items: JSON, _ text: String, atMost most: Int? = nil
  ) -> JSON {
    let schema = JSONSchema.list(of: items).adding("minItems", 1)
      .adding("maxItems", most.map { .integer(Int64($0)) })
    return query(name, schema, text).adding("style", "form").adding("explode", true)
  }

  static func header(
    _ name: String, _ schema: JSON, _ text: String, isRequired: Bool = false
  ) -> JSON {
    parameter(name, "header", schema, text, isRequired)
  }

  static func path(_ name: String, _ schema: JSON, _ text: String) -> JSON {
    parameter(name, "path", schema, text, true)
  }

  /// The language of an answer, before what the headers prefer.
  static func language(_ words: Words) -> JSON {
    query("lang", JSONSchema.word(of: Language.allCases.map(\.rawValue)), words("openapi.lang"))
  }

  /// A text in two languages: on one line, or a parameter for each.
  static func text(_ name: String, _ description: String) -> [JSON] {
    [name, "\(name)_en", "\(name)_fr"].map { query($0, JSONSchema.text, description) }
  }

  private static func parameter(
    _ name: String, _ place: String, _ schema: JSON, _ text: String, _ isRequired: Bool
  ) -> JSON {
    JSON(members: [("name", .string(name)), ("in", .string(place))])
      .adding("required", isRequired ? true : nil)
      .adding("description", text: text).adding("schema", schema)
  }
}
