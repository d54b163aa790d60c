import Foundation
import HubConsole
import HubModel
import HubText
import HubWords

/// `hub export KIND`: summaries as files, or on standard output.
enum ExportCommands {
  static let all: [Command] = [digest, minutes, agenda, highlights]

  private static let digest = command("digest", example: "example.exportDigest")
  private static let minutes = command("minutes", example: "example.exportMinutes")
  private static let agenda = command("agenda", example: "example.exportAgenda")
  private static let highlights = command("highlights", example: "example.exportHighlights")

  static let formats = ["html", "markdown", "json"]

  private static func command(_ kind: String, example: String) -> Command {
    Command(
      "export", kind,
      options: [
        Option("meeting", .reference([.meeting]), required: true),
        Option("lang", .choice(["en", "fr", "both"])),
        Option("format", .choice(formats), repeated: true), Option("out", .directory),
        Option("overwrite", .flag),
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
    let file = (folder as NSString).appendingPathComponent(plainName(given) ?? name)
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try OutputFile(file, in: call) { Self.isLike($0, answer.body) }.write(answer.body, in: call)
    call.say(call.words("file.written", ["file": file]))
  }

  /// The name that a service gives, where it is one and leads nowhere: a service that is not to be
  /// trusted would else choose which file is written.
  static func plainName(_ given: Substring?) -> String? {
    guard let given, let first = given.unicodeScalars.first else { return nil }
    let isPlain = given.unicodeScalars.allSatisfy {
      $0.isASCII
        && ($0.properties.isAlphabetic || ("0"..."9").contains($0)
          || "-_.".unicodeScalars.contains($0))
    }
    return isPlain && first != "." && first != "-" ? String(given) : nil
  }

  /// Whether a file is an export of the same sort, made before: a page up to what it says, data up to
  /// when it was modified, a text in the line below its title.
  private static func isLike(_ former: [UInt8], _ new: [UInt8]) -> Bool {
    for end in ["\"color-scheme\"", "\"modified\""] {
      let (old, new) = (former.prefix(upTo: end), new.prefix(upTo: end))
      if let old, let new { return old == new }
    }
    let (old, new) = (former.thirdLine, new.thirdLine)
    return old == new && new.starts(with: "**".utf8)
  }
}

extension [UInt8] {
  fileprivate func prefix(upTo text: String) -> ArraySlice<UInt8>? {
    let head = self[..<Swift.min(count, 4096)]
    return head.firstRange(of: text.utf8).map { head[..<$0.lowerBound] }
  }

  fileprivate var thirdLine: ArraySlice<UInt8> {
    split(separator: 0x0A, maxSplits: 3, omittingEmptySubsequences: false).dropFirst(2).first ?? []
  }
}
