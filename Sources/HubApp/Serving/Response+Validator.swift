import HubHTTP

extension Response {
  /// The same answer with an entity tag made from its bytes, where it is JSON and has none: one
  /// tag, one sequence of bytes.
  var tagged: Response {
    guard status == 200, headers["ETag"] == nil, headers["Content-Type"] == "application/json",
      headers["Cache-Control"] == nil, case .bytes(let bytes) = body
    else { return self }
    return with("ETag", EntityTag(of: bytes).text)
  }

  /// The same answer with the tag of a record's version, as this shows it.
  func tagged(version: Int) -> Response {
    guard case .bytes(let bytes) = body else { return self }
    return with("ETag", EntityTag(version: Int64(version), of: bytes).text)
  }

  /// The entity tag that it has.
  var tag: EntityTag? { headers["ETag"].flatMap { EntityTag(parsing: $0) } }

  /// 304 where the caller's condition names this answer's tag, else the answer.
  func answering(_ condition: EntityTagCondition?) -> Response {
    // A part that is asked for is not sent either, where the whole is the one that they have.
    guard [200, 206, 416].contains(status), let condition, let tag, condition.names(tag) else {
      return self
    }
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
      let tag = tag?.gzipped,
      held.contains(where: { $0.value == tag.value })
    else { return self }
    return with("ETag", tag.text)
  }
}
