import HubHTTP
import HubModel
import HubText
import HubWords

extension ReleaseAPI {
  static func document(_ type: RecordType, _ words: Words) -> RouteDocument {
    RouteDocument(
      tag: type.path, summary: words("openapi.release", ["type": words.type(type)]),
      answers: [.record(type, words)]
    ).on(type).versioned(words).taking(
      JSONSchema.object(
        [
          (
            "reason",
            JSONSchema.text(matching: "\\S")
              .adding("description", text: words("openapi.releaseReason"))
          )
        ], isClosed: true))
  }
}
