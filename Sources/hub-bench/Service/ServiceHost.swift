import Foundation
import HubApp
import HubHTTP
import HubModel
import HubServer

/// The service as `hub serve` runs it, with one path more: a fixed answer, which the server hands
/// out without asking the hub.
enum ServiceHost {
  static let path = "/fixed"

  /// Serves the database until it is told to stop. The fixed answer has `size` bytes.
  static func run(_ database: String, size: Int) throws {
    let signal = ShutdownSignal()
    let hub = try Hub.open(database, readers: Hub.serviceReaders)
    let service = FrontDoor(hub)
    let metrics = Metrics()
    let operations = Operations(hub, metrics: metrics) { service.answer($0) }
    let fixed = Response.json([UInt8](repeating: UInt8(ascii: "1"), count: size))
    let server = Server(
      ServerSettings(address: .tcp(host: "127.0.0.1", port: 0, exactly: true), threads: 32),
      fields: Operations.fields,
      respond: { $0.path == path ? .ready(fixed) : operations.answer($0) },
      log: { served in
        metrics.add(
          route: "all", status: served.status ?? 0, seconds: served.seconds, bytes: served.bytes)
        let line = RequestLog.line(
          at: hub.clock(), id: served.id, method: served.method?.name ?? "-", route: "all",
          status: served.status, bytes: served.bytes, seconds: served.seconds,
          from: served.remoteAddress)
        FileHandle.standardError.write(Data(line.utf8))
      })
    let address = try server.start()
    FileHandle.standardOutput.write(Data("\(address.url)\n".utf8))
    signal.wait()
    server.stop(graceSeconds: 5)
    hub.close()
  }
}
