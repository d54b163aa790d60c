import Foundation
import HubApp
import HubTestKit
import HubText
import Testing

/// A running service whose file is taken away from under it.
@Suite struct MovedFileServiceTests {
  @Test func `without its file the service takes no writes, says why, and is not ready`() throws {
    let service = try ServingHub()
    let backup = service.folder.appending(path: "backup.db").path
    try service.inside { _ = try Backup.write($0, to: backup) }
    try service.start()
    let caller = try service.caller()
    let anyone = try RawClient(port: service.port)
    #expect(try add(by: caller).status == 201)
    #expect(try anyone.ask("GET /readyz HTTP/1.1\nHost: hub\n\n").status == 200)
    try FileManager.default.moveItem(atPath: service.path, toPath: service.path + ".away")
    try expectRefusal(by: caller, anyone)
    // Another file in its place is none to write into, the one that was restored least of all.
    let restored = try HubCommand.run(["restore", backup, "--database", service.path])
    #expect(restored.status == 0, "\(restored.errors)")
    try expectRefusal(by: caller, anyone)
    #expect(service.bugs == [])
    #expect(service.stop() == 0)
    // What was acknowledged stands in the file that was moved.
    try service.start()
    #expect(try service.caller().send("GET", "/action-items/A-4").status == 404)
  }

  private func add(by caller: Caller) throws -> RawClient.Answer {
    try caller.send("POST", "/action-items", Caller.action("One more", details: ""))
  }

  private func expectRefusal(by caller: Caller, _ anyone: RawClient) throws {
    #expect(try add(by: caller).isProblem(503, code: "databaseMoved"))
    let ready = try anyone.ask("GET /readyz HTTP/1.1\nHost: hub\n\n")
    #expect(ready.status == 503 && ready.text == "not ready\n")
  }
}
