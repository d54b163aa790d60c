import HubHTTP
import HubModel
import HubText

/// `POST …/release` on what meetings conclude: `{"reason": "…"}`.
enum ReleaseAPI {
  static func routes(_ hub: Hub) -> [Route] {
    [route(Decision.self, hub), route(ActionItem.self, hub), route(Recommendation.self, hub)]
  }

  private static func route<R: Provisional>(_ type: R.Type, _ hub: Hub) -> Route {
    Route(
      .post, "\(API.root)/\(R.type.path)/{ref}/release", name: "release \(R.type.rawValue)"
    ) { request, parameters in
      let id: ID<R> = try request.id(parameters)
      let json = try request.json()
      return try hub.write(as: request.identity) { writing in
        _ = try writing.find(id)
        let version = try request.expectedVersion()
        let record = try writing.release(
          id, expecting: version, reason: json["reason"]?.string ?? "")
        return try RecordAPI<R>.answer(record, in: writing)
      }
    }
  }
}
