import HubConsole
import HubModel
import HubText
import HubWords

/// Gives an agenda's or minutes' file back: as it stands, or as an edition was published.
enum FileFetch {
  static func run(_ kind: String, in call: Invocation) throws {
    try TextFile.deliver(try text(kind, in: call), in: call)
  }

  static func text(_ kind: String, in call: Invocation) throws -> [UInt8] {
    let meeting = Reference(.meeting, try call.requiredReference("reference").number)
    let language = [(name: "lang", value: call.words.language.rawValue)]
    let path = call.number("edition").map { "\(kind)-editions/\($0)" } ?? "\(kind)-file"
    return try call.client().ask("GET", "/meetings/\(meeting)/\(path)", query: language).body
  }
}
