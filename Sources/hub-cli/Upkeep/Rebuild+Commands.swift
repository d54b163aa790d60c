import HubApp
import HubCommands
import HubConsole
import HubText
import HubWords

/// `hub rebuild`: what follows from the records is computed anew.
enum RebuildCommands {
  static let all: [Command] = [rebuild]

  private static let rebuild = Command(
    "rebuild", examples: [Example("hub rebuild", "example.rebuild")]
  ) { call in
    let hub = try LocalFile.open(call)
    let progress = call.progress(call.words("rebuild.progress"))
    let report = try Rebuild.run(hub) { done, _ in progress.advance(to: Int(done)) }
    progress.finish()
    if call.globals.json {
      let answer: JSON = [
        "records": .integer(report.records), "mended": .integer(report.mended),
      ]
      return call.write(answer.written())
    }
    let counts = [
      "records": call.words.number(Int(report.records)),
      "count": String(report.mended),
    ]
    call.say(call.words(report.mended == 0 ? "rebuild.same" : "rebuild.done", counts))
  }
}
