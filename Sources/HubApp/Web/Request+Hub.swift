import HubHTTP
import HubModel

extension Request {
  /// Who calls, as the authenticating layer found.
  var identity: Identity {
    guard let principal else { return .anonymous }
    return scopes.contains(.admin) ? .person(principal) : .personWithoutAdmin(principal)
  }

  /// The reference in the path.
  ///
  /// - Throws: `Refusal.notFound` when it is none of that type: as if there were no such record.
  func id<R: Record>(_ parameters: Parameters, _ type: R.Type = R.self) throws -> ID<R> {
    let text = try parameters.require("ref")
    guard let reference = Reference(text), let id = ID<R>(reference) else {
      throw Refusal.notFound(text)
    }
    return id
  }

  /// The version that `If-Match` asks for; nil for `*`, any version.
  ///
  /// - Throws: `Refusal.versionRequired` without the header.
  func expectedVersion() throws -> Int? {
    guard let condition = try ifMatch() else { throw Refusal.versionRequired }
    switch condition {
    case .any: return nil
    case .tags(let tags): return tags.first.flatMap { Int($0.value) } ?? -1
    }
  }

  /// The query of a collection: its order and page, and the rest as filters.
  func listQuery() -> ListQuery {
    var query = ListQuery()
    for pair in self.query.pairs {
      switch pair.name {
      case "sort": query.sort = pair.value
      case "cursor": query.cursor = pair.value
      case "limit": query.limit = Int(pair.value) ?? 0
      default: query.filters.append((pair.name, pair.value))
      }
    }
    return query
  }
}
