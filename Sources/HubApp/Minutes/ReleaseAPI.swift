import HubHTTP
import HubModel
import HubText

/// `POST …/release` on what meetings conclude: `{"reason": "…"}`.
enum ReleaseAPI {
  static var routes: [APIRoute] {
    [route(Decision.self), route(ActionItem.self), route(Recommendation.self)]
  }

  private static func route<R: Provisional>(_ type: R.Type) -> APIRoute {
    APIRoute(
      .post, "\(API.root)/\(R.type.path)/{ref}/release", name: "release \(R.type.rawValue)",
      .writing { document(R.type, $0) }
    ) { context in
      let id: ID<R> = try context.id()
      let reason = try context.request.reason()
      return try context.write { writing in
        let former = try writing.find(id)
        let version = try context.request.expectedVersion(of: former)
        return try writing.release(id, expecting: version, reason: reason)
      } answer: { record, reading in
        try RecordAPI<R>.answer(record, in: reading)
      }
    }
  }
}

extension Request {
  /// The reason in a body that holds nothing else: `{"reason": "…"}`; empty without one.
  fileprivate func reason() throws -> String {
    let json = try self.json()
    guard let members = json.object else {
      throw Refusal.malformed([Fault("wrongType", ["wanted": "object"])])
    }
    let others = members.filter { $0.name != "reason" }
    guard others.isEmpty else {
      throw Refusal.invalid(
        others.map {
          Fault(
            "unknownField", at: Fault.pointer("", $0.name),
            ["word": $0.name, "known": "reason"])
        })
    }
    return try Writing.reason(in: json) ?? ""
  }
}
