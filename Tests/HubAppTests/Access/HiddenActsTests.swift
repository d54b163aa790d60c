import HubApp
import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

/// Those from whom something is hidden read the same before and after it changes: no version, no
/// tag, no time, no order and no history tells that anything was done.
@Suite struct HiddenActsTests {
  /// Everything that readers are shown of a meeting, with their tags.
  private func shown(_ test: TestHub) -> [String: String] {
    var paths = [
      "/meetings/M-1", "/meetings/M-1/agenda", "/meetings/M-1/agenda-file",
      "/meetings/M-1/agenda-editions", "/meetings/M-1/agenda-changes", "/meetings/M-1/minutes-file",
      "/meetings/M-1/minutes-editions", "/trace/M-1", "/trace/R-1", "/agenda-items/I-1/lineage",
      "/bodies/B-1/agenda-proposal", "/exports/digest?meeting=M-1",
      "/exports/highlights?meeting=M-1",
    ]
    for type in RecordType.allCases {
      paths += ["/\(type.path)", "/\(type.path)?sort=-modified", "/\(type.path)?limit=1"]
      paths += ["/\(type.path)?changedSince=2019-05-01T16:00:00Z"]
      for number in 1...6 {
        let reference = Reference(type, Int64(number))
        paths += ["/\(type.path)/\(reference)", "/\(type.path)/\(reference)/history"]
      }
    }
    for word in ["farm", "ferme", "complaint", "plainte", "silo"] {
      paths.append("/search?q=\(word)")
    }
    var shown: [String: String] = [:]
    for (reader, path) in [nil, "noor", "wanda", "olga", "maria"].flatMap({ reader in
      paths.map { (reader, $0) }
    }) {
      let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
      let query = parts.count == 2 ? Query(encoded: parts[1]) ?? Query() : Query()
      let answer = test.send(.get, parts[0], as: reader, query: query)
      shown["\(reader ?? "anybody") \(path)"] =
        "\(answer.status) \(answer.headers["ETag"] ?? "") \((try? answer.text) ?? "")"
    }
    return shown
  }

  private func unchanged(_ test: TestHub, _ comment: Comment, _ act: () throws -> Void) rethrows {
    let before = shown(test)
    #expect(before.values.contains { $0.hasPrefix("200") })
    try act()
    let after = shown(test)
    for (place, text) in before where after[place] != text {
      Issue.record("\(comment.rawValue): \(place)\n\(text)\n\(after[place] ?? "")")
    }
  }

  @Test func `work on an item in camera changes nothing for anybody else`() throws {
    let story = try MeetingStory()
    try story.publishAgenda()
    let test = story.at("2019-05-03T16:00:00Z").test
    func did(_ answer: Response) { #expect(answer.status < 300, "\((try? answer.text) ?? "")") }
    unchanged(test, "an edit") {
      let text: JSON = ["text": ["en": "The silo.", "fr": "Le silo."]]
      did(test.send(.patch, "/agenda-items/I-2", text, as: "farah"))
    }
    unchanged(test, "a paper") {
      did(test.send(.post, "/considerations", ["item": "I-2", "paper": "R-1"], as: "farah"))
    }
    try unchanged(test, "a file") {
      let file = try test.send(.get, "/meetings/M-1/agenda-file", as: "farah").text
      let answer = test.sendFile(
        "/agenda-files", file.replacingText("The silo.", "The farm’s silo."), as: "farah",
        query: ["note": "The silo / Le silo"])
      did(answer)
      #expect(try answer.json["newEdition"] == false && answer.json["changed"] == true)
      #expect(try answer.json["edition"] == 1)
    }
    let text = try test.send(.get, "/agenda-items/I-2", as: "farah").json["text"]
    #expect(text?["en"]?.string == "The farm’s silo.")
    // What is open counts as ever.
    let before = try test.send(.get, "/agendas/MA-1", as: "noor").json["version"]
    did(test.send(.patch, "/agenda-items/I-1", ["duration": 15], as: "farah"))
    #expect(try test.send(.get, "/agendas/MA-1", as: "noor").json["version"] != before)
  }

  @Test func `two people who edit what is in camera do not lose each other's words`() throws {
    let story = try MeetingStory()
    try story.publishAgenda()
    let test = story.test
    let file = try test.send(.get, "/meetings/M-1/agenda-file", as: "farah").text
    #expect(file.contains("Revision: 1-") || file.contains("Revision: 2-"))
    let text: JSON = ["text": ["en": "The silo.", "fr": "Le silo."]]
    #expect(test.send(.patch, "/agenda-items/I-2", text, as: "chantal").status == 200)
    let late = test.sendFile(
      "/agenda-files", file.replacingText("Surrey / Surrey", "Delta / Delta"), as: "farah",
      query: ["note": "Place / Lieu"])
    #expect(late.status == 412)
    let fresh = try test.send(.get, "/meetings/M-1/agenda-file", as: "farah").text
    let again = test.sendFile(
      "/agenda-files", fresh.replacingText("Surrey / Surrey", "Delta / Delta"), as: "farah",
      query: ["note": "Place / Lieu"])
    #expect(again.status == 200)
    // Who may not see the item has a revision that knows nothing of it.
    let open = try test.send(.get, "/meetings/M-1/agenda-file", as: "noor").text
    let line = open.split(separator: "\n").first { $0.hasPrefix("- Revision") } ?? ""
    #expect(!line.isEmpty && !line.dropFirst(2).contains("-"))
  }
}
