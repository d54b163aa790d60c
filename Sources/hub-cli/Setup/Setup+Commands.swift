import HubApp
import HubCommands
import HubConsole
import HubFiles
import HubModel
import HubWords

/// `hub init`: a new database, empty but for a network and its admin, or with the sample network.
enum SetupCommands {
  static let all: [Command] = [
    Command(
      "init",
      options: [
        Option("sample", .flag), Option("name-en"), Option("name-fr"), Option("time-zone"),
        Option("admin", .newHandle),
      ],
      examples: [
        Example("hub init --sample", "example.initSample"),
        Example(
          "hub init --name-en \"Prairie network\" --name-fr \"Réseau des Prairies\" --admin @sam",
          "example.init"),
      ]
    ) { call in
      try LocalFile.check(call)
      if !call.flag("sample"), call.text("name-en") == nil, call.text("name-fr") == nil {
        throw WrongUsage("usage.initNeedsName")
      }
      let path = call.globals.database
      // A log that was left there would be played into the new file.
      for file in [path] + Hub.companions(of: path) where FilePlace(file).isTaken {
        throw taken(file, call)
      }
      call.warnOfNetworkDisk()
      do {
        let file = try DurableFile(at: FilePlace(path), isConfidential: true)
        defer { file.discard() }
        try fill(file.beside, call)
        // Of two who do this at once, one is told that the other was faster.
        try file.landAsNew()
      } catch let error as FileError {
        throw error.isTaken ? taken(path, call) : OutputFile.failure(path, call)
      }
      let handle = call.text("admin") ?? "admin"
      call.say(
        call.words(
          call.flag("sample") ? "init.sample" : "init.done", ["file": path, "handle": handle]))
      // What was not said is told, so that it is no surprise at the first meeting.
      if !call.flag("sample"), call.text("time-zone") == nil {
        call.say(call.words("init.zone", ["zone": Network().timeZone]))
      }
      call.say("\n" + call.words("init.next"))
      let next = NextSteps(
        file: path, handle: handle, isSample: call.flag("sample"), languages: languages(call))
      for line in next.lines(call.words) { call.say("  " + line) }
    }
  ]

  /// A network keeps its texts in the languages in which it has a name.
  private static func languages(_ call: Invocation) -> [Language] {
    Language.allCases.filter { !(call.text("name-\($0.rawValue)") ?? "").isEmpty }
  }

  private static func taken(_ file: String, _ call: Invocation) -> Failure {
    Failure(.conflict, [call.words("init.exists", ["file": file])])
  }

  /// Makes everything in a file that nobody else knows: what is cut short leaves no half of it.
  private static func fill(_ path: String, _ call: Invocation) throws {
    let now = call.now
    let hub = try Hub.open(path, create: true, clock: { now })
    // Closed before the file lands: as one, with nothing in a log beside it.
    defer { hub.close() }
    guard call.flag("sample") else {
      return try found(hub, call, admin: call.text("admin") ?? "admin")
    }
    let progress = call.progress(call.words("init.progress"))
    try Sample.load(into: hub) { done, _ in progress.advance(to: done) }
    progress.finish()
  }

  /// The first network and the first person; everything after them is their doing.
  private static func found(_ hub: Hub, _ call: Invocation, admin handle: String) throws {
    try hub.write(as: .founder) { writing in
      var network = Network()
      network.name = LocalizedText(
        en: call.text("name-en") ?? "", fr: call.text("name-fr") ?? "")
      network.languages = languages(call).map(\.rawValue)
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
