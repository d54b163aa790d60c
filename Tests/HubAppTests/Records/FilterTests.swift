import HubModel
import HubSQL
import HubTestKit
import Testing

@testable import HubApp

/// The filters that a kind names beside its record are those that its table has conditions for.
@Suite struct FilterTests {
  @Test(arguments: Subjects.all.map { $0.type })
  func `every filter of a kind has a condition`(type: RecordType) throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    let subject = try #require(Subjects.of(type))
    try test.hub.read(as: .person("staff")) { reading in
      for filter in subject.filters {
        let condition = try subject.condition(forFilter: filter, "true", in: reading)
        #expect(condition != nil, "\(filter)")
      }
      let unknown = try subject.condition(forFilter: "noSuchFilter", "true", in: reading)
      #expect(unknown == nil)
    }
  }
}
