import Foundation
import HubApp
import HubModel
import HubSQL

/// Creating and reading records, beside the same statements called by hand.
enum RecordsBench {
  /// What both sides write.
  struct Draft {
    let titleEn, titleFr, detailsEn, detailsFr: String
    let dueOn: Int64
    /// The history's content, of the same length as the hub's.
    let content: String
    /// Each word beside each key, as the index has them.
    let tokens: String
  }

  static let keys = "b1 p1 s1"
  private static let perRound = 1000

  static func run(_ options: Options) throws -> [Finding] {
    let path = options.folder + "/records.db"
    let copy = options.folder + "/by-hand.db"
    try prepare(path, copy)
    let hub = try Hub.open(path)
    let byHand = try ActionsByHand(copy)
    return [try creation(hub, byHand), try reading(hub, byHand)]
  }

  /// Makes two databases of the same content, for the two sides.
  static func prepare(_ path: String, _ copy: String) throws {
    for file in [path, copy] {
      for suffix in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: file + suffix)
      }
    }
    let empty = try Hub.open(path, create: true)
    try empty.write(as: .founder) { try story(in: $0) }
    empty.database.close()
    try FileManager.default.copyItem(atPath: path, toPath: copy)
  }

  private static func creation(_ hub: Hub, _ byHand: ActionsByHand) throws -> Finding {
    let drafts = drafts()
    let items = drafts.map(actionItem)
    let now = Hub.systemClock().milliseconds
    var statements = 0
    let pair = try Pair.measure(
      rounds: 21,
      ours: {
        try hub.write(as: .person("clerk")) { writing in
          let before = writing.connection.statementCount
          for item in items { try writing.create(item) }
          statements = (writing.connection.statementCount - before) / perRound
        }
      },
      reference: {
        try byHand.transaction {
          try byHand.lookUp()
          for draft in drafts { try byHand.create(draft, now: now) }
        }
      })
    // What the rules ask for beyond the reference's statements counts against the hub; a reference
    // that did more than the hub would flatter it.
    guard statements >= ActionsByHand.statementsPerCreation else {
      throw BenchFault("a creation has \(statements) statements, fewer than its reference")
    }
    let (ours, reference) = pair.medians
    return Finding(
      "creating an action item, rules and history included", ours / Double(perRound),
      beside: reference / Double(perRound), "the same statements in C", .times(2))
  }

  private static func reading(_ hub: Hub, _ byHand: ActionsByHand) throws -> Finding {
    var size = 0
    let pair = try Pair.measure(
      rounds: 41,
      ours: {
        try hub.read(as: .person("clerk")) { reading in
          for turn in 0..<perRound {
            size += try reading.find(ID<ActionItem>(number(turn))).title.en.utf8.count
          }
        }
      },
      reference: {
        try byHand.transaction("BEGIN") {
          for turn in 0..<perRound { size -= try byHand.find(number(turn)) }
        }
      })
    // Each side reads once more than it is measured.
    guard size == 0 else { throw BenchFault("the two sides read different records") }
    let (ours, reference) = pair.medians
    return Finding(
      "reading an action item, access checked", ours / Double(perRound),
      beside: reference / Double(perRound), "the same statements in C", .times(2))
  }

  private static func number(_ turn: Int) -> Int64 { Int64(1 + turn * 7919 % 20_000) }

  static func drafts() -> [Draft] {
    let vocabulary = Vocabulary()
    var dice = Dice(11)
    return (0..<perRound).map { index in
      let title = vocabulary.text(8, &dice)
      let details = vocabulary.text(25, &dice)
      let content = """
        {"change":{"visibility":"network","body":"B-1","item":"I-1","title":{"en":"\(title.en)",\
        "fr":"\(title.fr)"},"details":{"en":"\(details.en)","fr":"\(details.fr)"},\
        "assignee":"P-1","dueOn":"2031-01-01","provisional":true}}
        """
      return Draft(
        titleEn: title.en, titleFr: title.fr, detailsEn: details.en, detailsFr: details.fr,
        dueOn: Int64(30_000 + index), content: content,
        tokens: tokens([title.en, title.fr, details.en, details.fr]))
    }
  }

  private static func tokens(_ texts: [String]) -> String {
    let words = texts.flatMap { $0.split { !$0.isLetter && !$0.isNumber } }.map { word in
      word.lowercased().folding(options: .diacriticInsensitive, locale: nil)
    }
    var known: Set<String> = []
    let distinct = words.filter { known.insert($0).inserted }
    return keys.split(separator: " ").flatMap { key in distinct.map { "\(key):\($0)" } }
      .joined(separator: " ")
  }

  private static func actionItem(_ draft: Draft) -> ActionItem {
    var item = ActionItem()
    item.body = ID(1)
    item.item = ID(1)
    item.title = LocalizedText(en: draft.titleEn, fr: draft.titleFr)
    item.details = LocalizedText(en: draft.detailsEn, fr: draft.detailsFr)
    item.assignee = ID(1)
    item.dueOn = Day(number: Int(draft.dueOn))
    return item
  }

  /// A network with a meeting that concludes what is written.
  private static func story(in writing: Writing) throws {
    var network = Network()
    network.name = LocalizedText(en: "Network", fr: "Réseau")
    network.jurisdiction = network.name
    network = try writing.create(network)
    var clerk = Person()
    clerk.header.network = network.id
    clerk.handle = "clerk"
    clerk.name = "Clerk"
    clerk.hubRole = .staff
    try writing.create(clerk)
    var body = Body()
    body.header.network = network.id
    body.name = LocalizedText(en: "Body", fr: "Instance")
    try writing.create(body)
    var meeting = Meeting()
    meeting.body = ID(1)
    meeting.title = LocalizedText(en: "Meeting", fr: "Réunion")
    meeting.startsAt = writing.now.adding(minutes: 1440)
    meeting.endsAt = meeting.startsAt.adding(minutes: 120)
    try writing.create(meeting)
    var item = AgendaItem()
    item.meeting = ID(1)
    item.title = LocalizedText(en: "Item", fr: "Point")
    try writing.create(item)
    // The audience of all that follow.
    try writing.create(actionItem(drafts()[0]))
  }
}
