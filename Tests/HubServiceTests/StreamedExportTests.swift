import Foundation
import HubApp
import HubHTTP
import HubServer
import HubTestKit
import Testing

/// Long exports as they come through a socket.
@Suite struct StreamedExportTests {
  private static let path = "/exports/digest?meeting=M-1&lang=both&format="

  /// A running service with a meeting of so many items.
  private func serving(items: Int) throws -> ServingHub {
    let service = try ServingHub()
    _ = try service.inside { hub in
      try LongMeeting.plan(in: hub, as: "facilitator", items: items)
    }
    try service.start()
    return service
  }

  @Test(arguments: ["html", "markdown", "json"])
  func `come in chunks, compressed where that is asked for, as the command writes them`(
    format: String
  ) throws {
    let service = try serving(items: 40)
    let caller = try service.caller()
    let plain = try caller.send("GET", Self.path + format)
    #expect(plain.status == 200)
    #expect(plain.headers["transfer-encoding"] == "chunked")
    #expect(plain.headers["content-length"] == nil)
    let short = try caller.send("GET", Self.path + format, nil, ["Accept-Encoding": "gzip"])
    #expect(short.headers["transfer-encoding"] == "chunked")
    #expect(short.headers["content-encoding"] == "gzip")
    #expect(short.body.count < plain.body.count / 2)
    #expect(Gunzip.expand(short.body) == plain.body)
    for coding in ["identity", "gzip"] {
      let head = try service.caller().send(
        "HEAD", Self.path + format, nil, ["Accept-Encoding": coding])
      #expect(head.status == 200)
      #expect(head.headers["content-type"] == plain.headers["content-type"])
      #expect(head.headers["content-disposition"] == plain.headers["content-disposition"])
    }
    // A refusal is a whole answer, before anything of the export.
    let refused = try caller.send("GET", Self.path.replacing("M-1", with: "M-9") + format)
    #expect(refused.isProblem(404, code: "notFound"))
    let there = ["--server", "http://127.0.0.1:\(service.port)"]
    #expect(try export(format, there, service.token, in: service) == plain.body)
    let here = ["--database", service.path, "--as", "@facilitator"]
    #expect(try export(format, here, nil, in: service) == plain.body)
    #expect(service.bugs == [])
  }

  @Test func `who leaves in the middle holds neither a thread nor a reader`() throws {
    let service = try serving(items: 200)
    let length = try service.caller().send("GET", Self.path + "json").body.count
    let question =
      "GET /api/v1\(Self.path)json HTTP/1.1\nHost: hub\nAuthorization: Bearer \(service.token)\n\n"
    // As many as one address may have at once; each has begun, and waits for its reader.
    var clients = try (0..<8).map { _ in try RawClient(port: service.port) }
    for client in clients {
      client.holdBack()
      client.send(question)
    }
    for client in clients { #expect(client.hasReceived(within: 20_000)) }
    let refused = try service.caller().send("GET", Self.path + "json")
    #expect(refused.isProblem(503, code: "tooManyStreams"))
    // Others write meanwhile, and what they wrote can leave the log of the data file.
    for number in 0..<20 {
      let made = try service.caller().send("POST", "/action-items", Caller.action("No. \(number)"))
      #expect(made.status == 201)
    }
    #expect(try service.isLogFree())
    let threads = try service.threads
    for (index, client) in clients.enumerated() where index % 2 == 0 { client.reset() }
    clients = []
    for _ in 0..<1000 where try service.threads > threads - 8 { usleep(10_000) }
    #expect(try service.threads <= threads - 8)
    let again = try service.caller().send("GET", Self.path + "json")
    #expect(again.body.count == length)
    #expect(service.bugs == [])
    #expect(service.stop() == 0)
  }

  @Test func `one that breaks off is no file`() throws {
    struct Broken: Error {}
    let server = Server(
      ServerSettings(address: .tcp(host: "127.0.0.1", port: 0, exactly: true)),
      fields: Operations.fields,
      respond: { _ in
        .ready(
          Response(
            status: 200,
            headers: ["Content-Disposition": "attachment; filename=\"half.html\""],
            body: .stream { write in
              for _ in 0..<20 { try write([UInt8](repeating: 0x61, count: 50_000)) }
              throw Broken()
            }))
      })
    let address = try server.start()
    defer { server.stop(graceSeconds: 0.5) }
    let folder = FileManager.default.temporaryDirectory.appending(path: "hub-half-\(UUID())")
    for place in [["--out", folder.path], []] {
      let (status, output, errors) = try HubCommand.run(
        ["export", "digest", "--meeting", "M-1", "--server", address.url] + place)
      #expect(status == 1)
      #expect(output.isEmpty)
      #expect(errors.contains(address.url))
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path))
  }

  /// The file that the command writes.
  private func export(
    _ format: String, _ place: [String], _ token: String?, in service: ServingHub
  ) throws -> [UInt8] {
    let folder = service.folder.appending(path: "exports-\(UUID())")
    let (status, _, errors) = try HubCommand.run(
      [
        "export", "digest", "--meeting", "M-1", "--lang", "both", "--format", format, "--out",
        folder.path,
      ] + place, token: token)
    #expect(status == 0, "\(errors)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let name = try #require(names.first)
    #expect(name.hasPrefix("M-1-digest-both."))
    return Array(try Data(contentsOf: folder.appending(path: name)))
  }
}
