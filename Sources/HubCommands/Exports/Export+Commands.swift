import Foundation
import HubConsole
import HubModel
import HubText
import HubWords

/// `hub export KIND`: summaries as files, or on standard output.
enum ExportCommands {
  static let all: [Command] = [digest, highlights]

  private static let digest = command("digest", example: "example.exportDigest")
  private static let highlights = command("highlights", example: "example.exportHighlights")

  static let formats = ["html", "markdown", "json"]

  private static func command(_ kind: String, example: String) -> Command {
    Command(
      "export", kind,
      options: [
        Option("meeting", .reference([.meeting]), required: true),
        Option("lang", .choice(["en", "fr", "both"])),
        Option("format", .choice(formats), repeated: true), Option("out", .directory),
      ],
      examples: [
        Example("hub export \(kind) --meeting M-1 --lang both --out exports/", example)
      ]
    ) { call in
      let meeting = call.reference("meeting")?.description ?? ""
      let language = call.text("lang") ?? call.words.language.rawValue
      let asked = call.values.texts("format")
      for format in asked.isEmpty ? ["html"] : asked {
        let answer = try call.client().ask(
          "GET", "/exports/\(kind)",
          query: [("meeting", meeting), ("lang", language), ("format", format)])
        try deliver(answer, as: "\(meeting)-\(kind)-\(language).\(format)", in: call)
      }
    }
  }

  /// Into the folder that was asked for, under the name that the API gives; else to the screen.
  private static func deliver(_ answer: HubAnswer, as name: String, in call: Invocation) throws {
    guard let folder = call.text("out") else { return call.write(answer.body) }
    let given = answer.header("Content-Disposition")?.split(separator: "\"").dropFirst().first
    let file = (folder as NSString).appendingPathComponent(given.map(String.init) ?? name)
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try TextFile.write(answer.body, to: file, in: call)
    call.say(call.words("file.written", ["file": file]))
  }
}
