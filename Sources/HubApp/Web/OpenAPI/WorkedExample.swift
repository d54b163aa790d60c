import HubHTTP
import HubText
import HubWords

/// The one example that the introduction of the document works through: what is late, and one of
/// it moved to another day and then done.
struct WorkedExample {
  /// One request, and what it is met with.
  struct Step {
    /// What it is for.
    let caption: String
    let method: HubHTTP.Method
    /// With its query.
    let target: String
    var headers: [(name: String, value: String)] = []
    var body: String?
    let status: Int
    /// The header fields of the answer that the next steps go by.
    var answers: [(name: String, value: String)] = []
    /// What of the body is to be seen.
    let shown: String
  }

  static let reference = "A-12"
  static let version = #""3.9dbdf99e151a2fb4""#
  static let nextVersion = #""4.51b1e0d2c07a9f36""#

  let words: Words

  var steps: [Step] {
    let record = "\(API.root)/action-items/\(Self.reference)"
    return [
      Step(
        caption: words("openapi.exampleList"), method: .get,
        target: "\(API.root)/action-items?open=true&fields=ref,title,dueOn&sort=dueOn&limit=50",
        status: 200,
        answers: [("Link", "<\(API.root)/action-items?open=true&…&cursor=…>; rel=\"next\"")],
        shown: #"{"items": [{"ref": "A-12", "title": {…}, "dueOn": "2026-11-30"}, …], "next": "…"}"#
      ),
      Step(
        caption: words("openapi.exampleShow"), method: .get, target: record, status: 200,
        answers: [("ETag", Self.version)],
        shown: #"{"ref": "A-12", …, "can": ["edit", "done"], "#
          + #""moves": [{"verb": "done", "to": "done", "needs": [], "accepts": ["reason"]}]}"#),
      Step(
        caption: words("openapi.exampleEdit"), method: .patch, target: record,
        headers: [("If-Match", Self.version), ("Content-Type", "application/merge-patch+json")],
        body: #"{"details": {"en": "Both regions.", "fr": "Les deux régions."}}"#, status: 200,
        answers: [("ETag", Self.nextVersion)], shown: #"{"ref": "A-12", "version": 4, …}"#),
      Step(
        caption: words("openapi.exampleMove"), method: .post, target: record + "/transitions",
        headers: [("If-Match", Self.nextVersion), ("Content-Type", RouteDescription.json)],
        body: #"{"verb": "done"}"#, status: 200, shown: #"{"ref": "A-12", "state": "done", …}"#),
    ]
  }

  /// As the introduction shows it, in Markdown.
  var markdown: String {
    let parts = steps.map { step in
      var lines = ["\(step.method.name) \(step.target)", "Authorization: Bearer hub_…"]
      lines += step.headers.map { "\($0.name): \($0.value)" }
      if let body = step.body { lines += ["", body] }
      lines += ["", "\(step.status)"] + step.answers.map { "\($0.name): \($0.value)" }
      lines += ["", step.shown]
      return "\(step.caption)\n\n```http\n\(lines.joined(separator: "\n"))\n```"
    }
    return parts.joined(separator: "\n\n")
  }
}
