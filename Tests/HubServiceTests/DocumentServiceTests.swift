import Foundation
import HubTestKit
import HubText
import Testing

/// Documents as they come and go through a socket.
@Suite struct DocumentServiceTests {
  private static let size = 3 * 1024 * 1024 + 17
  private static let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }

  /// A meeting of the story's working group.
  private static let meeting: JSON = [
    "body": "B-1", "title": ["en": "Table", "fr": "Table"],
    "startsAt": "2031-02-10T17:00:00Z", "endsAt": "2031-02-10T19:00:00Z",
  ]

  private func put(_ bytes: [UInt8], to ref: String, _ service: ServingHub) throws
    -> RawClient.Answer
  {
    let client = try RawClient(port: service.port)
    let head =
      "PUT /api/v1/documents/\(ref)/contents?fileName=plan.bin HTTP/1.1\r\nHost: hub\r\n"
      + "Authorization: Bearer \(service.token)\r\nContent-Length: \(bytes.count)\r\n\r\n"
    client.send(Array(head.utf8) + bytes)
    return try client.answer()
  }

  @Test func `a file goes in and comes out, whole or in parts, with its length`() throws {
    let service = try ServingHub()
    try service.start()
    let caller = try service.caller()
    let made = try caller.send("POST", "/meetings", Self.meeting)
    let meeting = try #require(try made.json["ref"])
    let document = try caller.send(
      "POST", "/documents", ["subject": meeting, "title": ["en": "Plan", "fr": "Plan"]])
    let ref = try #require(try document.json["ref"]?.string)
    let path = "/documents/\(ref)/contents"
    #expect(try put(Self.bytes, to: ref, service).status == 201)

    let whole = try caller.send("GET", path, nil, ["Accept-Encoding": "gzip"])
    #expect(whole.status == 200 && whole.body == Self.bytes)
    #expect(whole.headers["content-length"] == String(Self.size))
    #expect(whole.headers["content-encoding"] == nil)
    #expect(whole.headers["x-content-type-options"] == "nosniff")
    let head = try caller.send("HEAD", path)
    #expect(head.status == 200 && head.body.isEmpty)
    #expect(head.headers["content-length"] == String(Self.size))
    #expect(head.headers["accept-ranges"] == "bytes")
    #expect(head.headers["etag"] == whole.headers["etag"])
    // The connection is still one, whatever went over it.
    let part = try caller.send("GET", path, nil, ["Range": "bytes=1000-1999999"])
    #expect(part.status == 206 && part.body == Array(Self.bytes[1000..<2_000_000]))
    #expect(part.headers["content-range"] == "bytes 1000-1999999/\(Self.size)")
    #expect(part.headers["content-length"] == "1999000")
    let tag = try #require(whole.headers["etag"])
    #expect(try caller.send("GET", path, nil, ["If-None-Match": tag]).status == 304)
    let behind = try caller.send("GET", path, nil, ["Range": "bytes=\(Self.size)-"])
    #expect(behind.isProblem(416, code: "rangeNotSatisfiable"))

    let stranger = try RawClient(port: service.port)
    stranger.send("GET /api/v1\(path) HTTP/1.1\nHost: hub\n\n")
    #expect(try stranger.answer().status == 404)
    let out = service.folder.appending(path: "plan.bin").path
    let (status, _, errors) = try HubCommand.run(
      [
        "document", "get", ref, "--out", out, "--server", "http://127.0.0.1:\(service.port)",
      ], token: service.token)
    #expect(status == 0, "\(errors)")
    #expect(try Data(contentsOf: URL(filePath: out)) == Data(Self.bytes))
    #expect(service.bugs == [])
  }

  @Test func `what is too large is refused before it is read`() throws {
    let service = try ServingHub()
    try service.start()
    let client = try RawClient(port: service.port)
    client.send(
      "PUT /api/v1/documents/E-1/contents?fileName=a HTTP/1.1\nHost: hub\n"
        + "Authorization: Bearer \(service.token)\nContent-Length: 26214401\n\n")
    #expect(try client.answer().isProblem(413, code: "bodyTooLarge"))
    #expect(service.bugs == [])
  }

  @Test func `a file goes with a backup, and what was done to it there is told`() throws {
    let service = try ServingHub()
    let paper = service.folder.appending(path: "paper.txt").path
    try Data("A paper.\n".utf8).write(to: URL(filePath: paper))
    let here = ["--database", service.path, "--as", "@facilitator"]
    let titles = ["--title-en", "Paper", "--title-fr", "Document"]
    let meeting = ["meeting", "add", "--body", "B-1", "--starts-at", "2031-02-10 9:00"]
    let ends = ["--ends-at", "2031-02-10 11:00"]
    #expect(try HubCommand.run(meeting + ends + titles + here).status == 0)
    let added = try HubCommand.run(["document", "add", "M-1", paper] + titles + here)
    #expect(added.status == 0, "\(added.errors)")
    let backup = service.folder.appending(path: "backup.db").path
    #expect(try HubCommand.run(["backup", backup, "--database", service.path]).status == 0)
    let restored = service.folder.appending(path: "restored.db").path
    #expect(try HubCommand.run(["restore", backup, "--database", restored]).status == 0)
    let out = service.folder.appending(path: "out.txt").path
    let got = try HubCommand.run(
      ["document", "get", "E-1", "--out", out, "--database", restored, "--as", "@facilitator"])
    #expect(got.status == 0, "\(got.errors)")
    #expect(try Data(contentsOf: URL(filePath: out)) == Data("A paper.\n".utf8))
    // A byte of the file that nobody sent.
    var bytes = try Data(contentsOf: URL(filePath: backup))
    let place = try #require(bytes.range(of: Data("A paper.\n".utf8)))
    bytes[place.lowerBound] = 0x42
    try bytes.write(to: URL(filePath: backup))
    let verified = try HubCommand.run(["verify", "--database", backup])
    #expect(verified.status == 1)
    #expect((String(decoding: verified.output, as: UTF8.self) + verified.errors).contains("E-1"))
    let again = try HubCommand.run(
      ["restore", backup, "--database", restored, "--overwrite"])
    #expect(again.status == 1)
  }
}
