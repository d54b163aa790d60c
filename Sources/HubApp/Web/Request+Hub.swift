import HubHTTP
import HubModel
import HubText

extension Request {
  /// Who calls, as the authenticating layer found.
  var identity: Identity {
    guard let principal else { return .anonymous }
    return scopes.contains(.admin) ? .person(principal) : .personWithoutAdmin(principal)
  }

  /// The record's version where `If-Match` names it, by `*` or by one tag of several (RFC 9110,
  /// section 13.1.1).
  ///
  /// - Throws: `Refusal.versionRequired` without the header, `Refusal.stale` where it names a former
  ///   one, a `Problem` of status 412 where it names none that there ever was, and of status 400
  ///   where it is malformed.
  func expectedVersion<R: Record>(of record: R) throws -> Int {
    guard let condition = try ifMatch() else { throw Refusal.versionRequired }
    let version = record.header.version
    guard condition.allowsWrite(of: EntityTag(version: Int64(version))) else {
      guard condition.versions.contains(where: { $0 < version }) else {
        // Nothing was changed in the meantime: that would send them round in circles.
        var problem = Problem(
          .preconditionFailed, code: "unknownVersion", detail: record.reference.description)
        problem.members = [.init(name: "currentVersion", value: .integer(Int64(version)))]
        throw problem
      }
      throw Refusal.stale(record.reference, current: version)
    }
    return version
  }

  /// Whether a parameter of the query says `true`; without it, it does not.
  ///
  /// - Throws: `Refusal.malformed` for another word than `true` and `false`.
  func flag(_ name: String) throws -> Bool {
    switch query.first(named: name) {
    case nil, "false": return false
    case "true": return true
    case let word?:
      throw Refusal.malformed([
        Fault("unknownChoice", at: name, ["word": word, "allowed": "true, false"])
      ])
    }
  }

  /// The query of a collection: its order and page, and the rest as filters. What is shown of each
  /// record makes no difference to which of them there are.
  func listQuery() -> ListQuery {
    var query = ListQuery(language: Language(rawValue: language()) ?? .en)
    for pair in self.query.pairs {
      switch pair.name {
      case "sort": query.sort = pair.value
      case "cursor": query.cursor = pair.value
      case "limit": query.limit = Int(pair.value) ?? 0
      case AskedMembers.parameter: break
      default: query.filters.append((pair.name, pair.value))
      }
    }
    return query
  }
}
