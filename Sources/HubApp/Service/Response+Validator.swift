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
    var answer = Response.notModified(tag)
    for name in ["Vary", "Cache-Control"] {
      if let value = headers[name] { answer.headers.add(name, value) }
    }
    return answer
  }
}
