import Foundation
import HubApp
import HubCommands
import HubConsole
import HubModel
import HubSQL
import HubWords

/// Makes a hub of any size: the same every time, in constant memory, through the hub's own
/// statements, so that directory, links, search and history agree as in any other.
struct Generator {
  let plan: Plan
  let vocabulary = Vocabulary()
  var dice: Dice
  var counts: [RecordType: Int64] = [:]
  var historyCount = 0
  /// The members of each body, by its number less one: who gets its action items.
  var members: [[Int64]] = []
  private let progress: HubConsole.Progress

  /// The path of the generated database, made when it is not there yet.
  static func database(_ scale: Double, _ options: Options) throws -> String {
    let name = "hub-\(scale)-v\(Plan.version)-\(schemaMark)"
    let path = "\(options.folder)/\(name).db"
    if FileManager.default.fileExists(atPath: path) { return path }
    let draft = path + ".draft"
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: draft + suffix)
    }
    let seconds = try Stopwatch.seconds {
      let hub = try Hub.open(draft, create: true, clock: { Plan.now })
      var generator = Generator(Plan(scale: scale))
      try generator.fill(hub)
      hub.database.close()
    }
    try FileManager.default.moveItem(atPath: draft, toPath: path)
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    print("\(path): \(size / 1_000_000) MB in \(Int(seconds)) s")
    return path
  }

  /// A mark of the schema, so that a database of another one is not taken for this one.
  private static var schemaMark: String {
    var hash: UInt32 = 2_166_136_261
    for migration in Schema.current.migrations {
      for byte in migration.sql.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    }
    return String(hash, radix: 36)
  }

  private init(_ plan: Plan) {
    self.plan = plan
    dice = Dice(20_261_121)
    let terminal = Terminal.system()
    progress = HubConsole.Progress(
      "generate", total: plan.meetings, words: Words(.en), terminal: terminal,
      isShown: terminal.errorIsTerminal)
  }

  private mutating func fill(_ hub: Hub) throws {
    try hub.database.withWriter {
      // Nobody needs half of it after a crash, so nothing is waited for.
      try $0.script(
        """
        PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000; PRAGMA secure_delete = OFF;
        """)
    }
    try hub.write(as: .founder) { try people(in: $0) }
    var meeting = 0
    while meeting < plan.meetings {
      let end = min(plan.meetings, meeting + 500)
      try hub.write(as: .founder) { writing in
        for index in meeting..<end { try self.meeting(index, in: writing) }
      }
      meeting = end
      progress.advance(to: meeting)
    }
    progress.finish()
  }

  /// The next number of a type.
  mutating func next(_ type: RecordType) -> Int64 {
    counts[type, default: 0] += 1
    return counts[type] ?? 0
  }

  /// A header as a new record has it.
  func header(
    _ number: Int64, _ network: Int64, _ visibility: Visibility, _ at: Moment,
    state: String = "", by author: Int64? = nil
  ) -> Header {
    var header = Header()
    header.number = number
    header.network = ID(network)
    header.state = state
    header.visibility = visibility
    header.created = at
    header.modified = at
    header.version = 1
    header.author = author.map { ID($0) }
    return header
  }

  /// Keeps a record that went through these states, a day or so apart.
  mutating func keep<R: Stored>(
    _ record: R, through states: [String] = [], edits: Int = 0, in writing: Writing
  ) throws {
    let author = record.header.author
    var record = record
    if record.header.state.isEmpty { record.header.state = R.lifeCycle?.initial ?? "" }
    var past = [Revision(record, Act(.create), at: record.header.created, by: author)]
    func step(_ act: Act, _ change: (inout R) -> Void) {
      record.header.version += 1
      record.header.modified = record.header.modified.adding(minutes: 1800)
      change(&record)
      past.append(Revision(record, act, at: record.header.modified, by: author))
    }
    for edit in 0..<edits {
      let visibility = record.header.visibility
      step(Act(.edit)) { $0.header.illustrative = edit % 2 == 0 && visibility != .private }
    }
    for state in states {
      let from = record.header.state
      step(Act(.move, from: from, to: state)) { $0.header.state = state }
    }
    historyCount += past.count
    try writing.keep(past: past)
  }

  func localized(_ text: (en: String, fr: String)) -> LocalizedText {
    LocalizedText(en: text.en, fr: text.fr)
  }
}
