import HubHTTP
import HubModel
import HubText

extension ReleaseAPI {
  static func descriptions(_ words: Words) -> [RouteDescription] {
    [RecordType.decision, .actionItem, .recommendation].map { type in
      RouteDescription(
        name: "release \(type.rawValue)", tag: type.path,
        summary: words("openapi.release", ["type": words.type(type)]),
        answers: [.record(type, words)]
      ).on(type).versioned(words).writing().taking(
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
}
