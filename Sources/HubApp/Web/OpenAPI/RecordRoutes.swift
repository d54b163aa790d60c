import HubHTTP
import HubModel
import HubText

/// Describes the routes that every kind of record has.
struct RecordRoutes<R: Stored> {
  let words: Words

  init(_ words: Words) { self.words = words }

  private var type: RecordType { R.type }
  private var name: String { type.schemaName }
  private var tag: String { type.path }
  private var arguments: [String: String] {
    ["type": words.type(type), "types": words.types(type)]
  }

  var descriptions: [RouteDescription] {
    [list, create, show, edit, history] + (R.lifeCycle == nil ? [] : [move])
  }

  private var list: RouteDescription {
    RouteDescription(
      name: "list \(type.path)", tag: tag, summary: words("openapi.list", arguments),
      parameters: ListParameters<R>(words).all,
      answers: [
        RouteDescription.Answer(
          status: 200, text: words("openapi.page"), schema: JSONSchema.named("\(name)Page"),
          optionalHeaders: [("Link", JSONSchema.text)])
      ])
  }

  private var create: RouteDescription {
    RouteDescription(
      name: "create \(type.rawValue)", tag: tag, summary: words("openapi.create", arguments),
      details: rights(R.creators),
      answers: [
        RouteDescription.Answer(
          status: 201, text: words("openapi.created"), schema: JSONSchema.named(name),
          headers: [("ETag", JSONSchema.text), ("Location", JSONSchema.text)])
      ]
    ).taking(JSONSchema.named("\(name)Draft")).writing([.conflict])
  }

  private var show: RouteDescription {
    RouteDescription(
      name: "show \(type.rawValue)", tag: tag, summary: words("openapi.show", arguments),
      parameters: [
        Parameter.header("If-None-Match", JSONSchema.text, words("openapi.ifNoneMatch"))
      ],
      answers: [
        record,
        RouteDescription.Answer(
          status: 304, text: words("openapi.notModified"), headers: [("ETag", JSONSchema.text)]),
      ]
    ).on(type)
  }

  private var edit: RouteDescription {
    RouteDescription(
      name: "edit \(type.rawValue)", tag: tag, summary: words("openapi.edit", arguments),
      details: rights(R.writers), answers: [record]
    ).on(type).versioned(words).writing()
      .taking(
        JSONSchema.named("\(name)Patch"),
        types: ["application/merge-patch+json", "application/json"])
  }

  private var move: RouteDescription {
    RouteDescription(
      name: "move \(type.rawValue)", tag: tag, summary: words("openapi.move", arguments),
      answers: [record]
    ).on(type).versioned(words).writing().taking(JSONSchema.named("\(name)Transition"))
  }

  private var history: RouteDescription {
    RouteDescription(
      name: "history of \(type.rawValue)", tag: tag,
      summary: words("openapi.history", arguments),
      answers: [
        RouteDescription.Answer(
          status: 200, text: words("openapi.historyAnswer"),
          schema: JSONSchema.object([
            ("items", JSONSchema.list(of: JSONSchema.named("HistoryEntry")))
          ]))
      ]
    ).on(type)
  }

  private var record: RouteDescription.Answer { .record(type, words) }

  private func rights(_ roles: Roles) -> String {
    words("openapi.rights", ["roles": roles.names.map(words.role).joined(separator: ", ")])
  }
}

extension RouteDescription.Answer {
  /// A record with its version.
  static func record(_ type: RecordType, _ words: Words) -> RouteDescription.Answer {
    RouteDescription.Answer(
      status: 200, text: words("openapi.record"), schema: JSONSchema.named(type.schemaName),
      headers: [("ETag", JSONSchema.text)])
  }
}
