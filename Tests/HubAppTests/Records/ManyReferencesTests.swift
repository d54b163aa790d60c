import HubModel
import HubSQL
import HubTestKit
import Testing

@testable import HubApp

@Suite struct ManyReferencesTests {
  @Test func `more references than a statement takes values are looked up all the same`() throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    try test.hub.read(as: .founder) { reading in
      // Those that are there stand in different parts of the line, wherever they fall.
      let asked = (1...40_000).map { Reference(.person, $0) } + [Reference(.network, 1)]
      let there = try reading.all(Person.self, where: "1 = 1").map(\.reference)
      let found = Set(there + [Reference(.network, 1)])
      #expect(Set(try Directory.entries(of: asked, in: reading).keys) == found)
      let labels = try Directory.labels(of: asked, in: reading)
      #expect(Set(zip(asked, labels).compactMap { $1 == nil ? nil : $0 }) == found)
    }
  }
}
