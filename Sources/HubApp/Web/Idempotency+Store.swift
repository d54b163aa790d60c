import HubCrypto
import HubHTTP
import HubModel
import HubSQL
import HubText

/// `Idempotency-Key` on a `POST`: a retry within 24 hours gets the first answer again instead of
/// doing it twice. The answer is kept in the transaction of the write itself.
enum Idempotency {
  static let milliseconds: Int64 = 24 * 3600 * 1000

  /// Answers a request, once for each key and caller.
  static func respond(
    to request: Request, as match: API.Match, key: String, _ api: API,
    report: (any Error) -> Void
  ) throws -> Response {
    let bytes = Array(key.utf8)
    guard (1...128).contains(bytes.count), bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw Refusal.malformed([Fault("badIdempotencyKey", at: "Idempotency-Key")])
    }
    let fingerprint = Digest.blake2b(
      Array("\(request.path)?\(request.query.encoded)\n".utf8) + request.body)
    return try api.hub.together { hub in
      guard let connection = hub.joined?.connection else { throw Refusal.notFound(key) }
      // The person, not their handle, which may be another one tomorrow.
      let person = try hub.read(as: request.identity) { $0.caller.person }
      guard let caller = person?.description else { throw Refusal.signInRequired }
      let now = hub.clock().milliseconds
      try connection.execute("DELETE FROM replies WHERE at < \(now - milliseconds)")
      if let kept = try connection.first(
        """
        SELECT fingerprint, status, headers, body FROM replies \
        WHERE caller = \(caller) AND key = \(key)
        """, { Kept($0) })
      {
        guard kept.fingerprint == fingerprint else {
          throw Refusal.conflict(Fault("idempotencyKeyReused", at: "Idempotency-Key"))
        }
        guard try hub.read(as: request.identity, kept.isStillSeen) else {
          throw Refusal.conflict(Fault("replyHidden", at: "Idempotency-Key"))
        }
        return kept.response
      }
      var bare = request
      bare.headers = Headers(
        request.headers.fields.filter { $0.name.lowercased() != "idempotency-key" })
      let response = api.with(hub).respond(to: bare, as: match, report: report)
      // What was refused has changed nothing and may be tried again.
      guard response.status < 400 else { return response }
      let headers = response.headers.fields.map { "\($0.name): \($0.value)" }
      try connection.execute(
        """
        INSERT INTO replies (caller, key, at, fingerprint, status, headers, body) \
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        [
          .text(caller), .text(key), .integer(now), .blob(fingerprint),
          .integer(Int64(response.status)), .text(headers.joined(separator: "\n")),
          .blob(try response.collected()),
        ])
      return response
    }
  }

  /// An answer that was given before.
  private struct Kept {
    let fingerprint: [UInt8]
    let response: Response
    private let body: [UInt8]

    init(_ row: borrowing Row) {
      fingerprint = row.bytes(0)
      var headers = Headers()
      for line in row.string(2).split(separator: "\n") {
        let parts = line.split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else { continue }
        headers.add(String(parts[0]), String(parts[1].drop { $0 == " " }))
      }
      headers.add("Idempotency-Replayed", "true")
      body = row.bytes(3)
      response = Response(status: row.int(1), headers: headers, body: .bytes(body))
    }

    /// Whether the caller may see by now whatever it speaks of.
    func isStillSeen(in reading: Reading) throws -> Bool {
      guard let json = try? JSON(parsing: String(decoding: body, as: UTF8.self)) else {
        return true
      }
      var references: Set<Reference> = []
      Self.collect(json, into: &references)
      return try Directory.entries(of: references, in: reading).count == references.count
    }

    private static func collect(_ json: JSON, into references: inout Set<Reference>) {
      switch json {
      case .string(let text):
        if let reference = Reference(text) { references.insert(reference) }
      case .array(let elements):
        for element in elements { collect(element, into: &references) }
      case .object(let members):
        for member in members where !texts.contains(member.name) {
          collect(member.value, into: &references)
        }
      default: break
      }
    }

    /// The members that people write into: a title that is nothing but `R-7` speaks of itself.
    private static let texts: Set<String> = {
      var texts: Set<String> = []
      var others: Set<String> = []
      for subject in Subjects.all { subject.sortMemberNames(texts: &texts, others: &others) }
      return texts.subtracting(others)
    }()
  }
}

extension Record {
  fileprivate static func sortMemberNames(texts: inout Set<String>, others: inout Set<String>) {
    for field in fields {
      switch field.kind {
      case .text, .localized, .words: texts.insert(field.name)
      default: others.insert(field.name)
      }
    }
  }
}
