import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import Testing

@testable import HubApp

/// A record that is hidden is refused with the same work whatever is in it, so that no clock tells
/// how much that is; and with about as much as one that is not there.
@Suite struct HiddenSizeTests {
  /// Two records of every kind that nobody of these tests may see, but for some kinds: of the first
  /// all texts are short, of the second they are long.
  private func make(showing: Set<RecordType> = []) throws -> TestHub {
    let test = try World().test
    try test.hub.write(as: .founder) { writing in
      var outsider = Person()
      outsider.header.network = ID(2)
      (outsider.handle, outsider.name) = ("outsider", "Outsider")
      try writing.create(outsider)
      for subject in Subjects.all {
        try Self.prepare(subject, showing.contains(subject.type) ? .public : .private, in: writing)
      }
    }
    return test
  }

  private static func prepare<R: Stored>(
    _ type: R.Type, _ visibility: Visibility, in writing: Writing
  ) throws {
    for number: Int64 in [1, 2] {
      let former = try writing.find(ID<R>(number))
      var record = former
      record.header.visibility = visibility
      if number == 2, visibility == .private { lengthen(&record) }
      _ = try writing.putRow(record, former: former)
    }
  }

  private static func lengthen<R: Record>(_ record: inout R) {
    let title = String(repeating: "x", count: 400)
    let prose = String(repeating: "abc ", count: 20_000)
    for field in R.fields {
      guard case .localized(let isProse) = field.kind else { continue }
      let text = Cell.text(isProse ? prose : title)
      var source = CellReader([text, text, .null])
      field.load(&record, from: &source)
    }
  }

  /// What a request costs, once all that it needs is prepared, and how it is answered.
  private func work(_ request: Request, _ handle: String?, _ test: TestHub) throws
    -> (Work, status: Int)
  {
    var request = request
    request.principal = handle
    _ = test.api.respond(to: request)
    let before = try test.hub.database.read { $0.work }
    let status = test.api.respond(to: request).status
    return (try test.hub.database.read { $0.work } - before, status)
  }

  @Test func `no route takes longer to refuse what is larger`() throws {
    let test = try make()
    var asked = 0
    for handle in [nil, "outsider"] { asked += try compare(test, as: handle) }
    #expect(asked > 1000)
  }

  private func compare(_ test: TestHub, as handle: String?) throws -> Int {
    var asked = 0
    for route in API.router.routes {
      let probes = RouteProbes(route: route)
      for type in RecordType.allCases {
        let requests = [1, 2, RouteMatrix.absent].map {
          probes.requests(about: Reference(type, $0)) ?? []
        }
        for index in requests[0].indices {
          asked += 1
          let (small, large, absent) = (
            try work(requests[0][index], handle, test), try work(requests[1][index], handle, test),
            try work(requests[2][index], handle, test)
          )
          let request = requests[1][index]
          let place = "\(request.method.name) \(request.path)?\(request.query.encoded)"
          #expect(large.status == small.status && large.status == absent.status, "\(place)")
          #expect(large.0 == small.0, "\(place)")
          // The line in the directory and its audience are a few steps more than no line.
          #expect(abs(small.0.statements - absent.0.statements) <= 1, "\(place)")
          #expect(abs(small.0.pages - absent.0.pages) <= 10, "\(place) \(small) \(absent)")
          #expect(abs(small.0.steps - absent.0.steps) <= 60, "\(place) \(small) \(absent)")
        }
      }
    }
    return asked
  }

  @Test func `what is hidden of a meeting that is not is refused likewise`() throws {
    let test = try make(showing: [.network, .body, .meeting])
    var refused: Set<String> = []
    for route in API.router.routes {
      let probes = RouteProbes(route: route)
      let requests = [1, 2].map { probes.requests(about: Reference(.meeting, $0)) ?? [] }
      for (first, second) in zip(requests[0], requests[1]) {
        let (small, large) = (try work(first, nil, test), try work(second, nil, test))
        guard small.status == 404, large.status == 404 else { continue }
        refused.insert(route.name)
        #expect(large.0 == small.0, "\(second.method.name) \(second.path)")
      }
    }
    let expected = ["agenda of meeting", "agenda editions", "minutes file of meeting"]
    #expect(refused.isSuperset(of: expected), "\(refused)")
  }
}
