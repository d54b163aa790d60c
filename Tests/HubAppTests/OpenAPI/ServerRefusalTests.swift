import HubApp
import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// What is refused around the API – by the server, by the one who lets in, by the disk – has the
/// form that the document promises of every operation.
@Suite struct ServerRefusalTests {
  @Test func `a body that is too long is refused as documented`() throws {
    let test = try TestHub()
    let contract = try Contract(test.api)
    let most = [UInt8](repeating: UInt8(ascii: " "), count: API.largestBody + 1)
    var count = 0
    for route in API.router.routes {
      let request = Request(route.method, route.pattern, id: "test")
      let operation = try #require(contract.operation(request))
      #expect(
        (operation["requestBody"] != nil) == (operation["responses"]?["413"] != nil),
        "\(route.name)")
      guard operation["requestBody"] != nil else { continue }
      var long = request
      for principal in ["nobody-yet", nil] {
        long.principal = principal
        let limit = route.description.largestBody(isKnown: principal != nil)
        long.body = Array(most.prefix(limit + 1))
        let answer = test.api.respond(to: long) { Issue.record($0) }
        #expect(try answer.code == "bodyTooLarge", "\(route.name)")
        #expect(try contract.findings(answer, to: request) == [])
        long.body.removeLast()
        #expect(test.api.respond(to: long) { Issue.record($0) }.status != 413, "\(route.name)")
      }
      count += 1
    }
    #expect(count > 60)
  }

  @Test func `a stranger and who signs in send little, and nobody sends much but a batch`() {
    for route in API.router.routes {
      let description = route.description
      #expect(description.largestBody(isKnown: false) <= 128 * 1024, "\(route.name)")
      #expect(
        description.largestBody(isKnown: true) <= 1024 * 1024
          || ["batch", "keep contents"].contains(route.name))
      guard description.holdsSecret else { continue }
      #expect(description.largestBody(isKnown: true) <= 16 * 1024, "\(route.name)")
    }
  }

  @Test func `what a stranger sends is judged by its head`() throws {
    let door = try Door()
    var request = Request(.post, "/api/v1/action-items", id: "test")
    #expect(door.service.largestBody(of: request) == 16 * 1024)
    request.headers["Authorization"] = "Bearer whatever"
    #expect(door.service.largestBody(of: request) == 1024 * 1024)
    request.path = "/api/v1/sessions"
    #expect(door.service.largestBody(of: request) == 16 * 1024)
    request.path = "/somewhere"
    #expect(door.service.largestBody(of: request) == 16 * 1024)
  }

  @Test func `a hub that has no room is refused as documented, and says when to come again`() throws
  {
    let test = try TestHub()
    let contract = try Contract(test.api)
    for route in API.router.routes {
      let request = Request(route.method, route.pattern, id: "test")
      for error in [Refusal.unavailable(Fault("diskFull")), .unavailable(Fault("databaseBusy"))] {
        let answer = ProblemDetails(for: request).response(to: error) { Issue.record($0) }
        #expect(answer.status == 503)
        #expect(answer.headers["Retry-After"] != nil)
        #expect(try contract.findings(answer, to: request) == [], "\(route.name)")
      }
    }
  }

  @Test func `a disk that is full is answered as documented`() throws {
    let hub = try TemporaryHub()
    try Story.tell(in: hub.hub)
    let caller = try ContractCaller(API(hub.hub))
    try hub.hub.database.write { connection in
      try connection.execute("PRAGMA max_page_count = 1")
    }
    let body = JSON.object([
      .init(name: "body", value: "B-1"),
      .init(name: "title", value: ["en": "Much"]),
      .init(name: "details", value: ["en": .string(String(repeating: "x ", count: 60_000))]),
    ])
    let answer = try caller.send(.post, "/action-items", body.text, as: "facilitator")
    #expect(answer.status == 503)
    #expect(answer.headers["Retry-After"] == "2")
  }
}
