import Foundation
import HubApp
import HubCommands
import HubConsole
import HubModel
import HubWords

/// `hub init`: a new database, empty but for a network and its admin, or with the sample network.
enum SetupCommands {
  static let all: [Command] = [
    Command(
      "init",
      options: [
        Option("sample", .flag), Option("name-en"), Option("name-fr"), Option("time-zone"),
        Option("admin", .handle),
      ],
      examples: [
        Example("hub init --sample", "example.initSample"),
        Example(
          "hub init --name-en \"Prairie network\" --name-fr \"Réseau des Prairies\" --admin @sam",
          "example.init"),
      ]
    ) { call in
      try LocalFile.check(call)
      let path = call.globals.database
      guard !FileManager.default.fileExists(atPath: path) else {
        throw Failure(.conflict, [call.words("init.exists", ["file": path])])
      }
      do {
        try fill(path, call)
      } catch {
        // What could not be set up is not left lying half made.
        for suffix in ["", "-wal", "-shm"] {
          try? FileManager.default.removeItem(atPath: path + suffix)
        }
        throw error
      }
    }
  ]

  private static func fill(_ path: String, _ call: Invocation) throws {
    if !call.flag("sample"), call.text("name-en") == nil || call.text("name-fr") == nil {
      throw WrongUsage("usage.initNeedsName")
    }
    let now = call.now
    let hub = try Hub.open(path, create: true, clock: { now })
    if call.flag("sample") {
      let progress = call.progress(call.words("init.progress"))
      try Sample.load(into: hub) { done, _ in progress.advance(to: done) }
      progress.finish()
      return call.say(call.words("init.sample", ["file": path]))
    }
    let handle = call.text("admin") ?? "admin"
    try found(hub, call, admin: handle)
    call.say(call.words("init.done", ["file": path, "handle": handle]))
  }

  /// The first network and the first person; everything after them is their doing.
  private static func found(_ hub: Hub, _ call: Invocation, admin handle: String) throws {
    try hub.write(as: .founder) { writing in
      var network = Network()
      network.name = LocalizedText(
        en: call.text("name-en") ?? "", fr: call.text("name-fr") ?? "")
      network.jurisdiction = network.name
      if let zone = call.text("time-zone") { network.timeZone = zone }
      let kept = try writing.create(network)
      var admin = Person()
      admin.header.network = kept.id
      admin.handle = handle
      admin.name = handle
      admin.hubRole = .admin
      try writing.create(admin)
    }
  }
}
