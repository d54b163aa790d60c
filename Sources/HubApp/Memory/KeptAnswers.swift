import HubHTTP
import HubModel

/// Answers of the API that need not be made again while nothing was committed: for the same
/// caller with the same scopes, the same question, language and form, on the same day.
package struct KeptAnswers: Sendable {
  /// All that an answer depends on besides the data.
  struct Key: Hashable, Sendable {
    let principal: String?
    let scopes: UInt8
    let path: String
    let query: [String]
    let language: String?
    let accept: String?
    /// The quarter of an hour: a day begins at the beginning of one in every zone.
    let quarter: Int64
    /// Whether the gzip form is wanted, so that it is made once: each form is kept where somebody
    /// asks for it.
    var isGzipped: Bool
  }

  private let kept: Kept<Key, KeptAnswer>

  /// - Parameter most: the bytes that are kept at most.
  package init(most: Int = 16 << 20) { kept = Kept(most: most) }

  /// The key of a request whose answer may be kept, else nil.
  func key(of request: Request, at now: Moment) -> Key? {
    guard request.method == .get, request.path.hasPrefix(API.root), request.body.isEmpty,
      !request.headers.lists("no-cache", under: "Cache-Control"),
      !request.headers.lists("no-store", under: "Cache-Control")
    else { return nil }
    return Key(
      principal: request.principal, scopes: request.scopes.rawValue, path: request.path,
      query: request.query.pairs.flatMap { [$0.name, $0.value] },
      language: request.headers.joined("Accept-Language"),
      accept: request.headers.joined("Accept"),
      quarter: now.milliseconds / 900_000, isGzipped: request.prefersGzip)
  }

  func answer(_ key: Key, at version: Int64) -> KeptAnswer? { kept.value(of: key, at: version) }

  /// The answer as it is, to one who wants the gzip form, which nobody asked for yet.
  func answerToGzip(_ key: Key, at version: Int64) -> Response? {
    guard key.isGzipped else { return nil }
    var plain = key
    plain.isGzipped = false
    return answer(plain, at: version)?.whole
  }

  /// Keeps an answer that was made after `version` was taken.
  func keep(_ response: Response, _ key: Key, at version: Int64) {
    guard case .bytes(let bytes) = response.body else { return }
    let words = [key.path, key.language ?? "", key.accept ?? "", key.principal ?? ""] + key.query
    kept.keep(
      KeptAnswer(response), of: key,
      bytes: words.reduce(bytes.count + 512) { $0 + $1.utf8.count + 16 },
      at: version)
  }

  /// The bytes that are kept now.
  package var bytes: Int { kept.bytes }

  /// Nothing that is a secret, sets a cookie, is written piece by piece, or is another one in a
  /// minute.
  static func mayKeep(
    _ response: Response, to request: Request, of description: RouteDescription
  ) -> Bool {
    guard !description.holdsSecret, !description.isMomentary(request.query) else { return false }
    guard response.status == 200, response.headers["Content-Type"] == "application/json" else {
      return false
    }
    return response.headers["Set-Cookie"] == nil && response.headers["Cache-Control"] == nil
  }
}
