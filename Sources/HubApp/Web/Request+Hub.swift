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

  /// The record's version where `If-Match` names it, by `*` or by one strong tag of several
  /// (RFC 9110, section 13.1.1).
  ///
  /// - Throws: `Refusal.versionRequired` without the header, `Refusal.stale` where it names others,
  ///   a `Problem` of status 400 where it is malformed.
  func expectedVersion<R: Record>(of record: R) throws -> Int {
    guard let condition = try ifMatch() else { throw Refusal.versionRequired }
    let version = record.header.version
    guard condition.allowsWrite(of: EntityTag(version: Int64(version))) else {
      throw Refusal.stale(record.reference, current: version)
    }
    return version
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

extension Hub {
  /// Reads in one snapshot, as the sender of a request.
  func read<T>(for request: Request, _ body: (Reading) throws -> T) throws -> T {
    try read(as: request.identity, at: request.dataVersion, body)
  }
}
