import HubHTTP
import HubModel
import HubText
import HubWords

extension RouteDocument {
  /// The document of a route that reads: JSON comes with a tag, by which a caller can ask whether
  /// what they have is still the answer.
  func conditional(_ words: Words) -> RouteDocument {
    var copy = self
    guard let index = answers.firstIndex(where: { $0.status == 200 && $0.schema != nil }),
      !answers.contains(where: { $0.status == 304 })
    else { return self }
    let tag = ("ETag", JSONSchema.text)
    if !answers[index].headers.contains(where: { $0.0 == "ETag" }),
      !answers[index].optionalHeaders.contains(where: { $0.0 == "ETag" })
    {
      copy.answers[index].optionalHeaders.append(tag)
    }
    copy.answers.append(
      Answer(status: 304, text: words("openapi.notModified"), headers: [tag]))
    copy.fields.append(
      Parameter.header("If-None-Match", JSONSchema.text, words("openapi.ifNoneMatch")))
    return copy
  }
}
