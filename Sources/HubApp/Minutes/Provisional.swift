package import HubModel

/// What a meeting concludes: it counts from the moment it is recorded, and stays with the body
/// until the minutes are approved or somebody releases it in writing.
package protocol Provisional: Stored {
  var provisional: Bool { get set }
}

extension Decision: Provisional {}
extension ActionItem: Provisional {}
extension Recommendation: Provisional {}

extension Writing {
  /// Releases an outcome before its minutes are approved, in all of the network's languages.
  ///
  /// - Parameter reason: who agreed in writing, and when.
  @discardableResult
  package func release<R: Provisional>(
    _ id: ID<R>, expecting version: Int? = nil, reason: String
  ) throws -> R {
    let former = try find(id)
    try expect(version, of: former)
    let roles = caller.roles(for: former.header, former.scope)
    guard !roles.isDisjoint(with: .officers) else { throw refusal(needing: .officers) }
    guard !reason.isEmpty else {
      throw Refusal.fault("reasonRequired", at: "/reason", ["verb": "release"])
    }
    guard former.provisional else {
      throw Refusal.conflict(
        Fault("notProvisional", ["ref": former.reference.description]))
    }
    var record = former
    record.provisional = false
    let faults = missingTranslations(
      in: record, languages: try languages(of: record.header.network))
    guard faults.isEmpty else { throw Refusal.invalid(faults) }
    return try put(record, former: former, Act(.release, reason: reason))
  }
}
