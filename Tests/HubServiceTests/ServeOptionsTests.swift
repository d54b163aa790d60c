import HubTestKit
import Testing

/// What `hub serve` is told beside its file and its address.
@Suite struct ServeOptionsTests {
  private func statuses(
    _ count: Int, of path: String, from host: UInt8, at service: ServingHub
  ) throws -> [Int] {
    let client = try RawClient(port: service.port, from: host)
    return try (0..<count).map { _ in
      try client.ask("GET \(path) HTTP/1.1\nHost: hub\n\n").status
    }
  }

  @Test func `a pace holds for all but the machine itself`() throws {
    let service = try ServingHub()
    try service.start(options: ["--searches-per-minute", "5"])
    let search = "/api/v1/search?q=Rosa"
    #expect(try statuses(4, of: search, from: 9, at: service) == [200, 200, 429, 429])
    #expect(try statuses(4, of: search, from: 8, at: service) == [200, 200, 429, 429])
    #expect(try statuses(20, of: search, from: 1, at: service).allSatisfy { $0 == 200 })
    #expect(try statuses(20, of: "/api/v1/meetings", from: 9, at: service).allSatisfy { $0 == 200 })
    #expect(service.stop() == 0)
  }

  @Test func `a hub below a path is found there, whether its proxy leaves the path or not`() throws
  {
    let service = try ServingHub()
    try service.start(options: ["--origin", "http://127.0.0.1/hub/"])
    let client = try RawClient(port: service.port)
    func ask(_ path: String) throws -> RawClient.Answer {
      try client.ask("GET \(path) HTTP/1.1\nHost: hub\n\n")
    }
    for path in [
      "/hub/healthz", "/healthz", "/hub/api/v1/meetings", "/api/v1/meetings", "/hub", "/",
    ] {
      #expect(try ask(path).status == 200, "\(path)")
    }
    #expect(try ask("/hubs").status == 404)
    #expect(service.stop() == 0)
  }

  @Test func `an origin that is none is refused`() throws {
    let answer = try HubCommand.run([
      "serve", "--origin", "hub.example.org", "--listen", "127.0.0.1:0",
    ])
    #expect(answer.status == 2)
    #expect(answer.errors.contains("hub.example.org"))
  }

  @Test(arguments: ["https://hub.example.org", "http://hub.example.org"])
  func `browsers are told to come over TLS where it is there`(origin: String) throws {
    let service = try ServingHub()
    try service.start(options: ["--origin", origin])
    let client = try RawClient(port: service.port)
    for path in ["/healthz", "/api/v1/meetings", "/nowhere"] {
      let answer = try client.ask("GET \(path) HTTP/1.1\nHost: hub\n\n")
      let told = answer.headers["strict-transport-security"]
      #expect(told == (origin.hasPrefix("https:") ? "max-age=31536000" : nil), "\(path)")
    }
  }
}
