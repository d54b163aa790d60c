import CSQLite

/// Creates and reads action items with the statements of `Writing.create` and `Reading.find`,
/// called by hand and prepared once.
struct ActionsByHand {
  private let database: CDatabase
  private let seen, read, item, body, minutes, meeting: CStatement
  private let nextNumber, audience, row, entry, link, texts, tokens, last, history: CStatement
  /// The directory's entry of the item, which the hub too looks up once.
  private let origin: Int64

  /// How many statements one creation is made of, without those of `lookUp`.
  static let statementsPerCreation = 9

  init(_ path: String) throws {
    let database = try CDatabase(path)
    self.database = database
    func prepare(_ text: String) throws -> CStatement { try CStatement(text, database) }
    seen = try prepare(
      """
      SELECT r.number, a.keys FROM records r JOIN audiences a ON a.id = r.audience \
      WHERE r.type = ? AND r.number IN (?)
      """)
    read = try prepare("SELECT \(PlainAction.columns) FROM action_items WHERE number = ?")
    item = try prepare("SELECT * FROM agenda_items WHERE number = ?")
    body = try prepare("SELECT * FROM bodies WHERE number = ?")
    minutes = try prepare("SELECT * FROM minutes WHERE number = ?")
    meeting = try prepare("SELECT * FROM meetings WHERE number = ?")
    nextNumber = try prepare("SELECT COALESCE(MAX(number), 0) + 1 FROM action_items")
    audience = try prepare("SELECT id FROM audiences WHERE keys = ?")
    let marks = [String](repeating: "?", count: 24).joined(separator: ", ")
    row = try prepare(
      "INSERT INTO action_items (\(PlainAction.columns), audience) VALUES (\(marks))")
    entry = try prepare(
      """
      INSERT INTO records (network, audience, state, label_en, label_fr, day, illustrative, \
      modified, type, number) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    link = try prepare("INSERT INTO links (owner, field, earlier, later) VALUES (?, ?, ?, ?)")
    texts = try prepare("INSERT INTO search_texts (record, en, fr, keys) VALUES (?, ?, ?, ?)")
    tokens = try prepare("INSERT INTO search_index (rowid, words) VALUES (?, ?)")
    last = try prepare("SELECT id, digest FROM history ORDER BY id DESC LIMIT 1")
    history = try prepare(
      """
      INSERT INTO history (id, at, actor, record, act, version, from_state, to_state, content, \
      salt, content_digest, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    let place = try prepare("SELECT id FROM records WHERE type = ? AND number = ?")
    place.bind(1, "agendaItem")
    place.bind(2, 1)
    origin = try place.run()
  }

  func transaction(_ begin: String = "BEGIN IMMEDIATE", _ body: () throws -> Void) throws {
    try database.run(begin)
    try body()
    try database.run("COMMIT")
  }

  /// Reads what the rules ask for, as the hub does once for each request.
  func lookUp() throws {
    for statement in [item, body, minutes, meeting] {
      statement.bind(1, 1)
      try statement.run()
    }
  }

  func create(_ draft: RecordsBench.Draft, now: Int64) throws {
    let number = try nextNumber.run()
    audience.bind(1, RecordsBench.keys)
    let keys = try audience.run()
    try insertRow(draft, number, keys, now)
    try insertEntry(draft, number, keys, now)
    let id = sqlite3_last_insert_rowid(database.handle)
    link.bind(1, id)
    link.bind(2, "item")
    link.bind(3, origin)
    link.bind(4, id)
    try link.run()
    texts.bind(1, id)
    texts.bind(2, draft.titleEn + "\n" + draft.detailsEn)
    texts.bind(3, draft.titleFr + "\n" + draft.detailsFr)
    texts.bind(4, RecordsBench.keys)
    try texts.run()
    tokens.bind(1, id)
    tokens.bind(2, draft.tokens)
    try tokens.run()
    try append(draft, id, now)
  }

  private func insertRow(
    _ draft: RecordsBench.Draft, _ number: Int64, _ keys: Int64, _ now: Int64
  ) throws {
    row.bind(1, number)
    row.bind(2, 1)
    row.bind(3, "open")
    row.bind(4, "network")
    row.bind(5, "")
    row.bind(6, 0)
    row.bind(7, now)
    row.bind(8, now)
    row.bind(9, 1)
    row.bind(10, 1)
    row.bind(11, 1)
    row.bind(12, 1)
    row.bind(13, draft.titleEn)
    row.bind(14, draft.titleFr)
    row.bind(16, draft.detailsEn)
    row.bind(17, draft.detailsFr)
    row.bind(19, 1)
    row.bind(20, draft.dueOn)
    row.bind(23, 1)
    row.bind(24, keys)
    try row.run()
  }

  private func insertEntry(
    _ draft: RecordsBench.Draft, _ number: Int64, _ keys: Int64, _ now: Int64
  ) throws {
    entry.bind(1, 1)
    entry.bind(2, keys)
    entry.bind(3, "open")
    entry.bind(4, draft.titleEn)
    entry.bind(5, draft.titleFr)
    entry.bind(6, draft.dueOn)
    entry.bind(7, 0)
    entry.bind(8, now)
    entry.bind(9, "actionItem")
    entry.bind(10, number)
    try entry.run()
  }

  private func append(_ draft: RecordsBench.Draft, _ id: Int64, _ now: Int64) throws {
    let entry = try last.run() + 1
    history.bind(1, entry)
    history.bind(2, now)
    history.bind(3, 1)
    history.bind(4, id)
    history.bind(5, "create")
    history.bind(6, 1)
    history.bind(9, draft.content)
    history.bind(10, [UInt8](repeating: 7, count: 16))
    history.bind(11, [UInt8](repeating: 8, count: 32))
    history.bind(12, [UInt8](repeating: 9, count: 32))
    try history.run()
  }

  func find(_ number: Int64) throws -> Int {
    seen.bind(1, "actionItem")
    seen.bind(2, number)
    try seen.row { _ = $0.text(1) }
    read.bind(1, number)
    var size = 0
    try read.row { size = PlainAction($0).titleEn.utf8.count }
    return size
  }
}
