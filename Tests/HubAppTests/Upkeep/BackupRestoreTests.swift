import Foundation
import HubApp
import HubModel
import HubSQL
import HubTestKit
import Synchronization
import Testing

@Suite struct BackupRestoreTests {
  func add(_ count: Int, to hub: Hub) throws {
    for number in 0..<count {
      _ = try hub.write(as: .person("facilitator")) { writing in
        var action = ActionItem()
        action.body = ID(1)
        action.title = LocalizedText(en: "Action \(number)", fr: "Mesure \(number)")
        return try writing.create(action)
      }
    }
  }

  func open(_ path: String) throws -> Hub { try Hub.open(path) }

  @Test func `a backup is sound while others write, and its head is kept beside it`() throws {
    let story = try TemporaryHub()
    try Story.tell(in: story.hub)
    let isDone = Atomic(false)
    let group = DispatchGroup()
    let hub = story.hub
    DispatchQueue.global().async(group: group) { [self] in
      while !isDone.load(ordering: .relaxed) { #expect(throws: Never.self) { try add(1, to: hub) } }
    }
    let file = story.path("backup.db")
    for _ in 0..<3 {
      let found = try Backup.write(story.hub, to: file)
      let text = try String(contentsOfFile: Backup.headPath(of: file), encoding: .utf8)
      #expect(try HeadFile(text: text).head == found.head)
      #expect(found.entries == found.head.entry)
    }
    isDone.store(true, ordering: .relaxed)
    group.wait()
    #expect(try story.hub.verify().isSound)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: story.folder.path).filter {
        $0.hasSuffix(".writing")
      } == [])
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func `a restored database is the one that was backed up`() throws {
    let story = try TemporaryHub()
    try Story.tell(in: story.hub)
    let head = try story.hub.headFile().head
    try Backup.write(story.hub, to: story.path("backup.db"))
    try add(1, to: story.hub)
    try Backup.restore(story.path("backup.db"), to: story.path("new.db"))
    let restored = try open(story.path("new.db"))
    #expect(try restored.headFile().head == head)
    #expect(try restored.verify(against: head).isSound)
    try add(1, to: restored)
    #expect(try restored.verify(against: head).isSound)
  }

  @Test func `a database that is there is only replaced when told so, and when nobody uses it`()
    throws
  {
    let story = try TemporaryHub()
    try Story.tell(in: story.hub)
    let head = try story.hub.headFile().head
    let file = story.path("backup.db")
    try Backup.write(story.hub, to: file)
    let path = story.path("other.db")
    let other = try Hub.open(path, create: true)
    try Story.tell(in: other)
    try add(5, to: other)
    let kept = try other.headFile().head
    #expect(throws: Refusal.conflict(Fault("databaseThere", ["path": path]))) {
      try Backup.restore(file, to: path)
    }
    #expect(throws: Refusal.conflict(Fault("databaseInUse", ["path": path]))) {
      try Backup.restore(file, to: path, overwriting: true)
    }
    #expect(try other.verify(against: kept).isSound)
    other.database.close()
    try Backup.restore(file, to: path, overwriting: true)
    #expect(try open(path).headFile().head == head)
    #expect(!FileManager.default.fileExists(atPath: path + ".restoring"))
  }

  @Test func `the log of a killed process is not played into the restored database`() throws {
    let story = try TemporaryHub()
    try Story.tell(in: story.hub)
    let file = story.path("backup.db")
    try Backup.write(story.hub, to: file)
    // As a kill leaves it: the log not yet folded into the file.
    try add(20, to: story.hub)
    for suffix in ["", "-wal"] {
      try FileManager.default.copyItem(
        atPath: story.path("hub.db" + suffix), toPath: story.path("killed.db" + suffix))
    }
    let found = try Backup.restore(file, to: story.path("killed.db"), overwriting: true)
    let restored = try open(story.path("killed.db"))
    #expect(try restored.headFile().head == found.head)
    #expect(try restored.verify().isSound)
  }

  static let damages: [(what: String, damage: @Sendable (String) throws -> Void, code: String)] = [
    (
      "a byte of the history", { try tamper($0, "UPDATE history SET actor = 1 WHERE id = 7") },
      "historyChanged"
    ),
    ("a tail that was cut", { try tamper($0, "DELETE FROM history WHERE id = 10") }, "historyCut"),
    (
      "a trigger of somebody else's",
      {
        try tamper(
          $0, "CREATE TRIGGER planted AFTER INSERT ON history BEGIN DELETE FROM tokens; END")
      }, "schemaDiffers"
    ),
    (
      "half of the file",
      { path in
        let bytes = try Data(contentsOf: URL(filePath: path))
        try bytes.prefix(bytes.count / 2).write(to: URL(filePath: path))
      }, "fileDamaged"
    ),
    (
      "a page of zeros",
      { path in
        var bytes = try Data(contentsOf: URL(filePath: path))
        bytes.replaceSubrange(8192..<12288, with: Data(count: 4096))
        try bytes.write(to: URL(filePath: path))
      }, "fileDamaged"
    ),
  ]

  static func tamper(_ path: String, _ sql: String) throws {
    try Connection(path: path, mode: .readWrite).script(sql)
  }

  @Test(arguments: damages.indices)
  func `a backup that is not sound is refused and leaves the place as it was`(_ index: Int) throws {
    let (_, damage, code) = Self.damages[index]
    let story = try TemporaryHub()
    try Story.tell(in: story.hub)
    let file = story.path("backup.db")
    try Backup.write(story.hub, to: file)
    try damage(file)
    let path = story.path("new.db")
    do {
      try Backup.restore(file, to: path)
      Issue.record("restored")
    } catch Refusal.invalid(let faults) {
      #expect(faults.first?.code == "backupNotSound")
      #expect(faults.contains { $0.code == code }, "\(faults)")
    } catch Refusal.unavailable(let fault) {
      #expect(fault.code == "databaseDamaged" && code == "fileDamaged")
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: story.folder.path)
    #expect(left.filter { $0.hasPrefix("new.db") } == [])
  }

  @Test func `what is no hub's database, or a newer one, is not restored`() throws {
    let story = try TemporaryHub()
    let path = story.path("new.db")
    try Data("just some text, long enough to be looked at as a header".utf8)
      .write(to: URL(filePath: story.path("text.db")))
    #expect(throws: Refusal.unavailable(Fault("notADatabase"))) {
      try Backup.restore(story.path("text.db"), to: path)
    }
    try Connection(path: story.path("other.db")).script("CREATE TABLE t (x)")
    #expect(throws: Refusal.unavailable(Fault("notADatabase"))) {
      try Backup.restore(story.path("other.db"), to: path)
    }
    #expect(throws: Refusal.unavailable(Fault("databaseMissing"))) {
      try Backup.restore(story.path("missing.db"), to: path)
    }
    try Backup.write(story.hub, to: story.path("backup.db"))
    try Self.tamper(
      story.path("backup.db"), "INSERT INTO migrations VALUES (99, 'later', 0, NULL)")
    let known = try story.hub.database.read { try Migrator.version(of: $0) }
    #expect(
      throws: Refusal.unavailable(
        Fault("databaseTooNew", ["found": "99", "known": String(known)]))
    ) { try Backup.restore(story.path("backup.db"), to: path) }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `a backup is replaced by one that goes on where it ended, and by no other`() throws {
    let (story, other) = (try TemporaryHub(), try TemporaryHub(now: "2019-05-01T16:00:01Z"))
    for hub in [story.hub, other.hub] { try Story.tell(in: hub) }
    let file = story.path("backup.db")
    try Backup.write(story.hub, to: file)
    try add(1, to: story.hub)
    let head = try Backup.write(story.hub, to: file).head
    let refused = Refusal.conflict(
      Fault("backupOfOther", ["path": file, "entry": String(head.entry)]))
    #expect(throws: refused) { try Backup.write(other.hub, to: file) }
    // The same hub after an older state was put back: what the backup has is in no other place.
    try Backup.write(other.hub, to: other.path("old.db"))
    try add(2, to: other.hub)
    try Backup.write(other.hub, to: other.path("new.db"))
    try Backup.restore(other.path("old.db"), to: other.path("restored.db"))
    let restored = try open(other.path("restored.db"))
    try add(5, to: restored)
    #expect(throws: Refusal.self) { try Backup.write(restored, to: other.path("new.db")) }
    try Backup.write(restored, to: other.path("new.db"), overwriting: true)
    #expect(try open(file).headFile().head == head)
  }

  @Test func `the database itself is no place for its backup, nor what is in use`() throws {
    let story = try TemporaryHub()
    try Story.tell(in: story.hub)
    let head = try story.hub.headFile().head
    let path = story.path("hub.db")
    try FileManager.default.linkItem(atPath: path, toPath: story.path("second.db"))
    for name in ["hub.db", "second.db", "hub.db-wal", "hub.db.head"] {
      let spared = Refusal.conflict(Fault("dataFileSpared", ["path": story.path(name)]))
      #expect(throws: spared) {
        try Backup.write(story.hub, to: story.path(name), overwriting: true)
      }
    }
    #expect(throws: Refusal.conflict(Fault("dataFileSpared", ["path": story.path("second.db")]))) {
      try Backup.restore(story.path("second.db"), to: path, overwriting: true)
    }
    #expect(throws: Refusal.conflict(Fault("fileTaken", ["path": story.path("notes.txt")]))) {
      try Data("Notes".utf8).write(to: URL(filePath: story.path("notes.txt")))
      try Backup.write(story.hub, to: story.path("notes.txt"))
    }
    let other = try Hub.open(story.path("other.db"), create: true)
    #expect(throws: Refusal.conflict(Fault("databaseInUse", ["path": story.path("other.db")]))) {
      try Backup.write(story.hub, to: story.path("other.db"), overwriting: true)
    }
    other.close()
    #expect(try story.hub.verify(against: head).isSound)
  }

  @Test func `a backup that cannot be written says so`() throws {
    let story = try TemporaryHub()
    try Story.tell(in: story.hub)
    #expect {
      try Backup.write(story.hub, to: story.path("missing/backup.db"))
    } throws: { error in
      guard case Refusal.unavailable(let fault) = error else { return false }
      return fault.code == "fileNotWritten"
    }
  }
}
