import HubCrypto
import HubHTTP

extension Response {
  /// The same answer with an entity tag made from its bytes, where it is JSON and has none: one
  /// tag, one sequence of bytes.
  var tagged: Response {
    guard status == 200, headers["ETag"] == nil, headers["Content-Type"] == "application/json",
      headers["Cache-Control"] == nil, case .bytes(let bytes) = body
    else { return self }
    return with("ETag", EntityTag(Token.base64(Array(Digest.blake2b(bytes).prefix(12)))).text)
  }

  /// 304 where the caller's condition names this answer's tag, else the answer.
  func answering(_ condition: EntityTagCondition?) -> Response {
    guard status == 200, let condition, let text = headers["ETag"],
      let tag = EntityTag(parsing: text), condition.names(tag)
    else { return self }
    var answer = Response.notModified(tag.plain)
    for name in ["Vary", "Cache-Control"] {
      if let value = headers[name] { answer.headers.add(name, value) }
    }
    return answer
  }

  /// A 304 with the tag of the copy that the caller has: where it is the gzip form that they hold
  /// and take, a cache finds its copy by that tag alone.
  func naming(_ condition: EntityTagCondition?, gzipped: Bool) -> Response {
    guard status == 304, gzipped, case .tags(let held)? = condition,
      let tag = headers["ETag"].flatMap({ EntityTag(parsing: $0) })?.gzipped,
      held.contains(where: { $0.value == tag.value })
    else { return self }
    return with("ETag", tag.text)
  }
}
