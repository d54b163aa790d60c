import Foundation
import HubApp
import HubCommands
import HubConsole
import HubServer
import HubWords

/// `hub serve`: the API on a port or a socket, until it is told to stop.
enum Serve {
  static let command = Command(
    "serve",
    options: [
      Option("listen"), Option("socket", .file), Option("tls-cert", .file),
      Option("tls-key", .file), Option("threads", .number(1...512)),
      Option("trusted-proxy", repeated: true), Option("person-header"), Option("origin"),
      Option("writes-per-minute", .number(0...1_000_000)),
      Option("searches-per-minute", .number(0...1_000_000)),
      Option("log", .choice(["json", "none"])),
    ],
    examples: [
      Example("hub serve --database hub.db", "example.serve"),
      Example(
        "hub serve --listen 0.0.0.0:8443 --tls-cert hub.pem --tls-key hub.key",
        "example.serveTLS"),
    ]
  ) { call in
    // First of all, before any other thread is there: the signals wait for us.
    let signal = ShutdownSignal()
    let settings = try ServeSettings(call)
    let hub = try call.openHub(readers: Hub.serviceReaders)
    try hub.requireWritable()
    let running = RunningService(hub, settings, call.terminal)
    let server = Server(
      settings.server, fields: Operations.fields, secureFields: Operations.secureFields,
      largestBody: running.largestBody, respond: running.respond, refuse: running.refuse,
      log: running.log)
    let address: ServerAddress
    do {
      address = try server.start()
    } catch {
      throw Failure(.refused, [call.words("serve.failed", ["why": String(describing: error)])])
    }
    call.say(call.words("serve.listening", ["address": address.url]))
    call.terminal.flush()
    signal.wait()
    call.say(call.words("serve.stopping"))
    server.stop(graceSeconds: 10)
    running.close()
  }
}
