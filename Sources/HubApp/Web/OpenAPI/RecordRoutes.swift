import HubHTTP
import HubModel
import HubText
import HubWords

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

  var list: RouteDocument {
    RouteDocument(
      tag: tag, summary: words("openapi.list", arguments),
      answers: [
        RouteDocument.Answer(
          status: 200, text: words("openapi.page"), schema: JSONSchema.named("\(name)Page"),
          optionalHeaders: [("Link", JSONSchema.text)])
      ])
  }

  var create: RouteDocument {
    RouteDocument(
      tag: tag, summary: words("openapi.create", arguments),
      details: rights(R.creators),
      answers: [
        RouteDocument.Answer(
          status: 201, text: words("openapi.created"), schema: JSONSchema.named(name),
          headers: [("ETag", JSONSchema.text), ("Location", JSONSchema.text)])
      ]
    ).taking(JSONSchema.named("\(name)Draft")).refusing([.conflict])
  }

  var show: RouteDocument {
    RouteDocument(
      tag: tag, summary: words("openapi.show", arguments),
      fields: [
        Parameter.header("If-None-Match", JSONSchema.text, words("openapi.ifNoneMatch"))
      ],
      answers: [
        asked,
        RouteDocument.Answer(
          status: 304, text: words("openapi.notModified"), headers: [("ETag", JSONSchema.text)]),
      ]
    ).on(type)
  }

  var edit: RouteDocument {
    RouteDocument(
      tag: tag, summary: words("openapi.edit", arguments),
      details: rights(R.writers), answers: [record]
    ).on(type).versioned(words)
      // `application/json` is taken too, as it always was: one of them in the document is enough,
      // and generators make nothing usable of two.
      .taking(JSONSchema.named("\(name)Patch"), types: ["application/merge-patch+json"])
  }

  var move: RouteDocument {
    RouteDocument(
      tag: tag, summary: words("openapi.move", arguments),
      answers: [record]
    ).on(type).versioned(words).taking(JSONSchema.named("\(name)Transition"))
  }

  var history: RouteDocument {
    RouteDocument(
      tag: tag,
      summary: words("openapi.history", arguments),
      answers: [
        RouteDocument.Answer(
          status: 200, text: words("openapi.historyAnswer"),
          schema: JSONSchema.object([
            ("items", JSONSchema.list(of: JSONSchema.named("HistoryEntry")))
          ]))
      ]
    ).on(type)
  }

  private var record: RouteDocument.Answer { .record(type, words) }

  private var asked: RouteDocument.Answer {
    var answer = record
    answer.schema = JSONSchema.whatIsAsked(of: type)
    return answer
  }

  private func rights(_ roles: Roles) -> String {
    words("openapi.rights", ["roles": roles.names.map(words.role).joined(separator: ", ")])
  }
}

extension RouteDocument.Answer {
  /// A record with its version.
  static func record(_ type: RecordType, _ words: Words) -> RouteDocument.Answer {
    RouteDocument.Answer(
      status: 200, text: words("openapi.record"), schema: JSONSchema.named(type.schemaName),
      headers: [("ETag", JSONSchema.text)])
  }
}
