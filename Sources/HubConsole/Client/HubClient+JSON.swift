package import HubText

extension HubClient {
  /// The answer's JSON; an answer that is a problem is thrown as a `Failure` that tells it.
  package func json(
    _ method: String, _ path: String, query: [(name: String, value: String)] = [],
    headers: [(name: String, value: String)] = [], body: JSON? = nil
  ) throws -> JSON {
    let answer = try ask(method, path, query: query, headers: headers, body: body)
    return answer.body.isEmpty ? .null : try JSON(parsing: answer.body)
  }

  /// The answer, if it is not a problem.
  package func ask(
    _ method: String, _ path: String, query: [(name: String, value: String)] = [],
    headers: [(name: String, value: String)] = [], body: JSON? = nil
  ) throws -> HubAnswer {
    var headers = headers
    if body != nil, !headers.contains(where: { $0.name.lowercased() == "content-type" }) {
      headers.append(("Content-Type", "application/json"))
    }
    let answer = try send(
      method: method, path: path, query: query, headers: headers, body: body?.written() ?? [])
    if answer.status >= 400 { throw Failure(problem: answer) }
    return answer
  }
}
