import HubHTTP
import HubModel
import HubText
import HubWords

extension Operations {
  static func healthShown(_ words: Words) -> RouteDocument {
    document(words("openapi.health"), words)
  }

  static func readinessShown(_ words: Words) -> RouteDocument {
    var ready = document(words("openapi.readiness"), words)
    ready.answers.append(
      RouteDocument.Answer(
        status: 503, text: words("openapi.notReady"), type: plain, schema: JSONSchema.text,
        headers: [("Retry-After", JSONSchema.count)]))
    return ready
  }

  static func figuresShown(_ words: Words) -> RouteDocument {
    var figures = document(
      words("openapi.metrics"), words, type: "text/plain; version=0.0.4; charset=utf-8")
    figures.details = words("openapi.metricsDetails")
    figures.problems = [.unauthorized, .notFound]
    return figures
  }

  private static let plain = "text/plain; charset=utf-8"

  private static func document(
    _ summary: String, _ words: Words, type: String = plain
  ) -> RouteDocument {
    let answer = RouteDocument.Answer(
      status: 200, text: words("openapi.asItIs"), type: type, schema: JSONSchema.text)
    return RouteDocument(tag: "operations", summary: summary, answers: [answer])
  }
}
