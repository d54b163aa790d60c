import HubHTTP
import HubModel
import HubText

extension Operations {
  static func descriptions(_ words: Words) -> [RouteDescription] {
    let plain = "text/plain; charset=utf-8"
    func route(_ name: String, _ summary: String, type: String) -> RouteDescription {
      let answer = RouteDescription.Answer(
        status: 200, text: words("openapi.asItIs"), type: type, schema: JSONSchema.text)
      var description = RouteDescription(
        name: name, tag: "operations", summary: summary, answers: [answer])
      description.isAtRoot = true
      return description
    }
    var ready = route("readiness", words("openapi.readiness"), type: plain)
    ready.answers.append(
      RouteDescription.Answer(
        status: 503, text: words("openapi.notReady"), type: plain, schema: JSONSchema.text,
        headers: [("Retry-After", JSONSchema.count)]))
    var figures = route(
      "metrics", words("openapi.metrics"), type: "text/plain; version=0.0.4; charset=utf-8")
    figures.details = words("openapi.metricsDetails")
    figures.problems = [.unauthorized, .notFound]
    return [route("health", words("openapi.health"), type: plain), ready, figures]
  }
}
