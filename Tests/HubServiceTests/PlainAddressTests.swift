import Testing

@testable import hub

/// A token that can be read on its way to another machine is warned of.
@Suite struct PlainAddressTests {
  @Test(arguments: [
    ("http://hub.example.org", true), ("http://10.0.0.7:8080/hub", true), ("http://[::2]:80", true),
    ("http://127.evil.example", true), ("http://localhost@evil.example", true),
    ("http://localhost.example.org", true), ("HTTP://hub.example.org", true),
    ("https://hub.example.org", false), ("http://127.0.0.1:8080", false),
    ("http://localhost:8080/hub", false), ("http://[::1]:8080", false),
    ("http://hub.localhost", false),
  ])
  func `what goes plainly to another machine is told apart`(address: String, isPlain: Bool) {
    #expect(RemoteClient.isPlain(address) == isPlain)
  }

  @Test func `whoever sends a token there is warned before anything is sent`() throws {
    // Nobody answers there.
    let run = try HubCommand.run(
      ["action", "list", "--server", "http://192.0.2.1.invalid:9"], token: "hub_x")
    #expect(run.status != 0)
    #expect(run.errors.contains("whoever is on the way can read it"), "\(run.errors)")
    let local = try HubCommand.run(
      ["action", "list", "--server", "http://127.0.0.1:9"], token: "hub_x")
    #expect(!local.errors.contains("on the way"), "\(local.errors)")
    let without = try HubCommand.run(["action", "list", "--server", "http://a.invalid:9"])
    #expect(!without.errors.contains("on the way"), "\(without.errors)")
  }
}
