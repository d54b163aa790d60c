package import HubHTTP
import HubModel
import HubSQL

/// What a handler gets: what was asked, by whom, and from which hub.
package struct Context: Sendable {
  package let request: Request
  /// What the path names.
  let parameters: Parameters
  /// Bound to a transaction where the request is part of something larger.
  package let hub: Hub
  let signIn: SignIn

  /// Who asks, as the authenticating layer found.
  var identity: Identity { request.identity }

  /// A path of the API as others have to ask for it.
  func outer(_ path: String) -> String { signIn.settings.base + path }

  /// The reference in the path.
  ///
  /// - Throws: `Refusal.notFound` when it is none of that type: as if there were no such record.
  func id<R: Record>(_ type: R.Type = R.self) throws -> ID<R> {
    let text = try parameters.require("ref")
    guard let reference = Reference(text), let id = ID<R>(reference) else {
      throw Refusal.notFound(text)
    }
    return id
  }

  /// Reads in one snapshot, as who asks: no more than a request is worth, and for no longer than
  /// somebody waits for it.
  ///
  /// - Throws: `Refusal.unavailable` for a question that is too much work, or nobody's any more.
  func read<T>(_ body: (Reading) throws -> T) throws -> T {
    let end = hub.steady() + hub.timeOfReading
    do {
      return try hub.read(as: identity, at: request.dataVersion) { reading in
        try reading.connection.within(
          steps: hub.stepsOfReading, while: { request.isAwaited() && hub.steady() < end }
        ) { try body(reading) }
      }
    } catch Refusal.unavailable(let fault) where fault.code == "tooMuchWork" && !request.isAwaited()
    {
      // Whoever is still there is told the truth.
      throw Problem(.unavailable, code: "stopping", headers: ["Retry-After": "5"])
    }
  }

  /// Writes in one transaction, as who asks.
  func write<T>(_ body: (Writing) throws -> T) throws -> T {
    try hub.write(as: identity, body)
  }

  /// Writes likewise, and answers with what is read once it has landed.
  func write<Written, T>(
    _ body: (Writing) throws -> Written, answer: (Written, Reading) throws -> T
  ) throws -> T {
    try hub.write(as: identity, body, answer: answer)
  }
}
