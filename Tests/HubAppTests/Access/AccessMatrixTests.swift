import HubModel
import HubSQL
import HubTestKit
import Testing

@testable import HubApp

/// The product page, the pure rule and its SQL form say the same of every figure and every record.
@Suite struct AccessMatrixTests {
  let stage: Stage

  init() throws { stage = try Stage.shared }

  @Test(arguments: RecordType.allCases)
  func `the page, the rule and the database agree`(type: RecordType) throws {
    try compare(type.subject)
  }

  private func compare<R: Stored>(_ type: R.Type) throws {
    let exhibits = try #require(stage.exhibits[R.type])
    for figure in Figure.all {
      try stage.test.hub.read(as: figure.identity) { reading in
        let found = Set(try reading.all(R.self, where: "1 = 1").map(\.reference))
        let listed = Set(
          try Directory.entries(of: exhibits.map(\.reference), in: reading).keys)
        for exhibit in exhibits {
          let record = try #require(try reading.load(ID<R>(exhibit.reference.number)))
          let expected = figure.sees(exhibit)
          let place: @Sendable () -> String = {
            "\(figure) \(exhibit.reference) \(exhibit.state) \(exhibit.effective)"
          }
          #expect(try reading.maySee(record) == expected, "\(place())")
          #expect(found.contains(exhibit.reference) == expected, "\(place())")
          #expect(listed.contains(exhibit.reference) == expected, "\(place())")
        }
      }
    }
  }

  @Test func `the matrix is worth the name`() {
    let all = stage.all
    let cells = all.count * Figure.all.count
    let seen = all.reduce(0) { sum, exhibit in
      sum + Figure.all.filter { $0.sees(exhibit) }.count
    }
    print(
      "matrix: \(Figure.all.count) figures × \(all.count) records of \(stage.exhibits.count) kinds",
      "= \(cells) cells, of which \(seen) may be seen")
    #expect(cells > 10_000)
    for visibility in Visibility.allCases {
      #expect(all.contains { $0.effective == visibility })
    }
  }

  @Test func `two networks never see what is not public of each other`() throws {
    for figure in Figure.all where figure.network == 2 {
      let own = stage.people[figure.handle]
      for exhibit in stage.all where exhibit.effective != .public && exhibit.network == 1 {
        #expect(!figure.sees(exhibit) && own != nil)
      }
      try stage.test.hub.read(as: figure.identity) { reading in
        for subject in Subjects.all { try expectNothing(subject, reading) }
      }
    }
  }

  private func expectNothing<R: Stored>(_ type: R.Type, _ reading: Reading) throws {
    for record in try reading.all(R.self, where: "1 = 1") where record.header.network == ID(1) {
      #expect(
        Access.effectiveVisibility(record.header, record.scope, R.lifeCycle) == .public,
        "\(record.reference)")
    }
  }
}

extension Figure {
  var identity: Identity { principal.map { .person($0) } ?? .anonymous }
}
