import Foundation
import HubApp
import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import Testing

/// A running service that cannot write any more, until there is room again.
@Suite struct FullServiceTests {
  @Test(.enabled(if: SmallDisk.isPossible, SmallDisk.condition))
  func `with a full disk reading goes on, and writing once there is room`() throws {
    let disk = try SmallDisk(megabytes: 8)
    let service = try ServingHub(at: disk.path("hub.db"))
    defer { service.kill() }
    let filler = disk.path("filler")
    try Data(count: 2 << 20).write(to: URL(filePath: filler))
    try service.start()
    var clients = try fill(service, refusal: "diskFull")
    try expectReading(service)
    // It ends and starts on a disk that is as full, in order or not.
    #expect(service.stop() == 0)
    try service.start()
    clients += try fill(service, refusal: "diskFull", among: clients)
    service.kill()
    try service.start()
    try expectReading(service)
    try FileManager.default.removeItem(atPath: filler)
    try expectWriting(service, after: clients)
  }

  @Test func `a data file that may not grow is no reason to end or to turn readers away`() throws {
    let service = try ServingHub()
    try service.start(blocks: 6000)
    let clients = try fill(service, refusal: "diskFault")
    try expectReading(service)
    try service.mayGrow()
    try expectWriting(service, after: clients)
  }

  @Test func `while another process holds the file reading goes on, and writing after it`() throws {
    let service = try ServingHub()
    try service.start()
    let caller = try service.caller()
    let holder = try Connection(path: service.path, mode: .readWrite)
    let (refused, read) = try holder.transaction(.immediate) {
      (try add(by: caller), try caller.send("GET", "/action-items"))
    }
    #expect(refused.isProblem(503, code: "databaseBusy"))
    #expect(read.status == 200)
    #expect(try add(by: caller).status == 201)
    #expect(service.bugs == [])
  }

  @Test func `more writes than threads that all wait keep nobody from reading`() throws {
    let service = try ServingHub()
    try service.start()
    let reader = try service.caller()
    let anyone = try RawClient(port: service.port)
    let holder = try Connection(path: service.path, mode: .readWrite)
    let writers = try (0..<100).map { _ in try service.caller() }
    try holder.transaction(.immediate) {
      for writer in writers { writer.begin("POST", "/action-items", Caller.action("Waits")) }
      // They have been taken up, as far as there are threads.
      for _ in 0..<1000 where try service.threads < 32 { usleep(10_000) }
      for _ in 0..<5 {
        #expect(try reader.send("GET", "/action-items").status == 200)
        #expect(try anyone.ask("GET /healthz HTTP/1.1\nHost: hub\n\n").status == 200)
        #expect(try anyone.ask("GET /readyz HTTP/1.1\nHost: hub\n\n").text == "ready\n")
      }
      #expect(writers.allSatisfy { !$0.client.hasReceived(within: 0) })
    }
    for writer in writers { #expect([201, 503].contains(try writer.client.answer().status)) }
    #expect(service.bugs == [])
  }

  /// Several write until each is refused.
  private func fill(
    _ service: ServingHub, refusal code: String, among former: [Client] = []
  ) throws -> [Client] {
    let clients = Client.work(
      (0..<4).map { "Client \(former.count + $0)" }, at: service.address, details: Self.long.count)
    // Where several are refused together, there may still be room for one.
    let caller = try service.caller()
    var last = 201
    while last == 201 { last = try add(by: caller).status }
    #expect(service.isRunning)
    for client in clients {
      let refusal = try #require(client.refusal)
      #expect(refusal.isProblem(503, code: code), "\(refusal.text)")
      let seconds = Int(refusal.headers["retry-after"] ?? "") ?? 0
      #expect(seconds > 0)
    }
    return clients
  }

  private static let long = String(repeating: "long ", count: 4000)

  private func add(
    by caller: Caller, _ headers: [String: String] = [:]
  ) throws -> RawClient.Answer {
    try caller.send(
      "POST", "/action-items", Caller.action("One more", details: Self.long), headers)
  }

  private func expectReading(_ service: ServingHub) throws {
    let caller = try service.caller()
    for path in [
      "/action-items/A-1", "/action-items?limit=3", "/search?q=Rosa", "/me", "/openapi.json",
      "/action-items/A-1/history",
    ] {
      #expect(try caller.send("GET", path).status == 200, "\(path)")
    }
    // The people whose word it is can see that their word was not taken, in their language.
    let french = try add(by: caller, ["Accept-Language": "fr-CA"])
    #expect(french.isProblem(503))
    #expect(try french.json["title"] == "Indisponible pour le moment")
    #expect(try french.json["detail"]?.string?.contains("disque") == true)
    let anyone = try RawClient(port: service.port)
    #expect(try anyone.ask("GET /healthz HTTP/1.1\nHost: hub\n\n").status == 200)
    #expect(try anyone.ask("GET /readyz HTTP/1.1\nHost: hub\n\n").text == "ready\n")
    // A request is counted once its answer has been sent.
    var figures = ""
    for _ in 0..<1000 where !figures.contains(#"{route="create actionItem",status="503"}"#) {
      figures = try anyone.ask("GET /metrics HTTP/1.1\nHost: hub\n\n").text
      usleep(20_000)
    }
    #expect(figures.contains(#"{route="create actionItem",status="503"}"#))
  }

  private func expectWriting(_ service: ServingHub, after clients: [Client]) throws {
    let caller = try service.caller()
    #expect(try add(by: caller).status == 201)
    for errand in clients.flatMap(\.errands) {
      guard let path = errand.path, let latest = errand.latest, errand.wanted == nil else {
        continue
      }
      #expect(try caller.send("GET", path).body == latest.body)
    }
    #expect(clients.flatMap(\.errands).contains { $0.made != nil })
    #expect(service.bugs == [])
    #expect(service.stop() == 0)
    let findings = try service.inside { try $0.verify().findings }
    #expect(findings == [])
  }
}
