import HubTestKit
import HubText

/// One thing that a client wanted of the service, and what it was told: an action item, or several
/// in one batch.
struct Errand: Sendable {
  let titles: [String]
  let details: String
  let key: String?
  /// The answer to making it; nil where none came.
  var made: RawClient.Answer?
  /// What the record is by the last answer, where one came to each change.
  var latest: RawClient.Answer?
  /// The title that it may have been given by a change whose answer did not come.
  var wanted: String?

  init(_ name: String, parts: Int = 1, details: String, key: String? = nil) {
    titles = parts == 1 ? [name] : (1...parts).map { "\(name), part \($0)" }
    self.details = details
    self.key = key
  }

  func make(by caller: Caller) throws -> RawClient.Answer {
    let headers = key.map { ["Idempotency-Key": $0] } ?? [:]
    let actions = titles.map { Caller.action($0, details: details) }
    if actions.count == 1 { return try caller.send("POST", "/action-items", actions[0], headers) }
    let operations = actions.map { action -> JSON in
      ["method": "POST", "path": "/action-items", "body": action]
    }
    return try caller.send("POST", "/batch", ["operations": .array(operations)], headers)
  }

  /// Its path below `/api/v1`; nil for a batch, and where no answer came.
  var path: String? { made?.headers["location"].map { String($0.dropFirst("/api/v1".count)) } }
}
