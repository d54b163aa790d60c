import Foundation
import HubApp
import HubModel
import HubSQL
import HubTestKit
import Testing

@Suite struct DamagedFileTests {
  /// A hub's file, closed, with its log folded in.
  func closedStory() throws -> TemporaryHub {
    let story = try TemporaryHub()
    try Story.tell(in: story.hub)
    // Without pages that hold nothing: whatever happens to those is no damage.
    #expect(try story.hub.scrub() == nil)
    story.hub.database.close()
    return story
  }

  /// What opening and checking a file comes to.
  func codes(_ path: String) throws -> Set<String> {
    do {
      let hub = try Hub.open(path)
      defer { hub.database.close() }
      return try Set(hub.verify().findings.map(\.code))
    } catch Refusal.unavailable(let fault) {
      return [fault.code]
    }
  }

  @Test func `a file that is no database is refused and left alone`() throws {
    let story = try closedStory()
    let path = story.path("notes.txt")
    let text = Data("Notes of the meeting, long enough to be taken for a header of something.".utf8)
    try text.write(to: URL(filePath: path))
    #expect(try codes(path) == ["notADatabase"])
    #expect(try Data(contentsOf: URL(filePath: path)) == text)
    #expect(try codes(story.path("missing.db")) == ["databaseMissing"])
    #expect(try codes(story.path("missing/hub.db")) == ["databaseMissing"])
  }

  @Test func `a database of a newer version is refused and left alone`() throws {
    let story = try closedStory()
    let path = story.path("hub.db")
    do {
      let connection = try Connection(path: path, mode: .readWrite)
      try connection.execute("INSERT INTO migrations VALUES (99, 'later', 0, NULL)")
    }
    #expect(try codes(path) == ["databaseTooNew"])
  }

  @Test(arguments: [0.05, 0.3, 0.5, 0.9, 0.98])
  func `a file that was cut short is found damaged`(_ part: Double) throws {
    let story = try closedStory()
    let path = story.path("hub.db")
    let bytes = try Data(contentsOf: URL(filePath: path))
    try bytes.prefix(Int(Double(bytes.count) * part)).write(to: URL(filePath: path))
    let found = try codes(path)
    #expect(found.contains("databaseDamaged") || found.contains("fileDamaged"), "\(found)")
  }

  @Test func `whatever page is ruined, it is found and nothing crashes`() throws {
    let story = try closedStory()
    let path = story.path("ruined.db")
    let bytes = try Data(contentsOf: URL(filePath: story.path("hub.db")))
    let size = 4096
    for page in stride(from: 0, to: bytes.count / size, by: 7) {
      var ruined = bytes
      ruined.replaceSubrange(
        (page * size)..<((page + 1) * size), with: Data(repeating: 0x5A, count: size))
      try ruined.write(to: URL(filePath: path))
      let found = try codes(path)
      let known: Set = ["databaseDamaged", "fileDamaged", "notADatabase"]
      #expect(!known.isDisjoint(with: found), "page \(page): \(found)")
    }
  }

  @Test func `an index that disagrees with its table is found`() throws {
    let story = try closedStory()
    let path = story.path("hub.db")
    do {
      let connection = try Connection(path: path, mode: .readWrite)
      let root = try connection.first(
        "SELECT rootpage FROM sqlite_schema WHERE name = 'history_by_record'"
      ) { $0.int(0) }
      let size = try connection.first("PRAGMA page_size") { $0.int(0) }
      try connection.becomeOneFile()
      let place = ((root ?? 0) - 1) * (size ?? 0)
      var bytes = try Data(contentsOf: URL(filePath: path))
      // The number of entries in the index's page: one of them is not found by it any more.
      let count = Int(bytes[place + 3]) << 8 | Int(bytes[place + 4])
      try #require(bytes[place] == 10 && count > 1)
      bytes[place + 4] = UInt8((count - 1) & 0xFF)
      bytes[place + 3] = UInt8((count - 1) >> 8)
      try bytes.write(to: URL(filePath: path))
    }
    #expect(try codes(path).contains("fileDamaged"))
  }

  @Test func `what somebody has planted in a file does nothing`() throws {
    let story = try closedStory()
    let path = story.path("hub.db")
    try Connection(path: path, mode: .readWrite).script(
      """
      CREATE TRIGGER planted AFTER INSERT ON history BEGIN \
      UPDATE people SET hub_role = 'admin'; END
      """)
    let hub = try Hub.open(path)
    defer { hub.close() }
    try hub.write(as: .person("facilitator")) { writing in
      var action = ActionItem()
      action.body = ID(1)
      action.title = LocalizedText(en: "Action", fr: "Mesure")
      try writing.create(action)
    }
    #expect(try hub.verify().findings.map(\.code) == ["schemaDiffers"])
  }

  @Test func `a write that is interrupted leaves nothing`() throws {
    struct Interruption: Error {}
    let story = try TemporaryHub()
    try Story.tell(in: story.hub)
    let before = try story.hub.headFile()
    #expect(throws: Interruption.self) {
      try story.hub.write(as: .person("facilitator")) { writing in
        try writing.edit(Story.actions[0]) { $0.title.en = "Something else" }
        throw Interruption()
      }
    }
    #expect(try story.hub.headFile() == before)
    #expect(try story.hub.verify().isSound)
    let title = try story.hub.read(as: .founder) { try $0.find(Story.actions[0]).title.en }
    #expect(title == "Call Rosa Delgado-Peña")
  }
}
