package import HubModel
package import HubSQL

extension Organization: MergeableStored {
  package static let table = RecordTable<Organization>()

  /// What is private to an organization is for those who have a duty there: they are named at the
  /// one that stays by those who have one there, not by a merge.
  func faultsBeforeMerging(in reading: Reading) throws -> [Fault] {
    let holders: [Person] = try reading.all(
      where: "t.organization = \(id.number) AND t.duties <> ''")
    return holders.map { Fault("mergeHasDuties", ["ref": $0.id.description]) }
  }

  package static func condition(
    forFilter name: String, _ value: String, in reading: Reading
  ) throws -> SQL? { merged(forFilter: name) }
}
