import Foundation
import HubApp
import HubHTTP
import HubModel
import HubText

/// What is asked of the service: a hub with a meeting of twelve items, and somebody's token.
struct ServiceStage {
  let database: String
  let meeting: Reference
  let token: String
  /// The bytes of the meeting with its items.
  let size: Int

  var path: String { "\(API.root)/meetings/\(meeting)/agenda" }
  var headers: [String] { ["Authorization: Bearer \(token)"] }

  /// An admin of the generated hub.
  static let handle = Plan.handle(4)

  /// Makes a copy of the small database and adds the meeting to it.
  static func prepare(_ options: Options) throws -> ServiceStage {
    let small = try Generator.database(options.scales[0], options)
    let copy = options.folder + "/service.db"
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: copy + suffix)
    }
    try FileManager.default.copyItem(atPath: small, toPath: copy)
    let hub = try Hub.open(copy)
    defer { hub.close() }
    let meeting = try hub.write(as: .founder) { try Self.meeting(in: $0) }
    let token = try token(of: handle, in: hub)
    var request = Request(.get, "\(API.root)/meetings/\(meeting)/agenda")
    request.principal = handle
    request.scopes = .read
    let answer = try API(hub).respond(to: request).collected()
    guard answer.count > 1000 else {
      throw BenchFault("no agenda: \(String(decoding: answer, as: UTF8.self))")
    }
    return ServiceStage(
      database: copy, meeting: meeting, token: token, size: answer.count)
  }

  static func token(of handle: String, in hub: Hub) throws -> String {
    let body: JSON = ["name": "bench", "scopes": ["read", "write"]]
    var request = Request(
      .post, "\(API.root)/tokens", headers: ["Content-Type": "application/json"],
      body: body.written())
    request.principal = handle
    let answer = try API(hub).respond(to: request).collected()
    guard let token = try JSON(parsing: answer)["token"]?.string else {
      throw BenchFault("no token: \(String(decoding: answer, as: UTF8.self))")
    }
    return token
  }

  private static func meeting(in writing: Writing) throws -> Reference {
    let vocabulary = Vocabulary()
    var dice = Dice(12)
    func text(_ words: Int) -> LocalizedText {
      let text = vocabulary.text(words, &dice)
      return LocalizedText(en: text.en, fr: text.fr)
    }
    var meeting = Meeting()
    meeting.body = ID(1)
    meeting.title = text(6)
    meeting.startsAt = writing.now.adding(minutes: 1440)
    meeting.endsAt = meeting.startsAt.adding(minutes: 120)
    meeting = try writing.create(meeting)
    for index in 0..<12 {
      var item = AgendaItem()
      item.meeting = meeting.id
      item.title = text(7)
      item.text = text(25)
      item.duration = 10
      item.presenter = ID(Int64(1 + index))
      try writing.create(item)
    }
    return meeting.reference
  }
}
