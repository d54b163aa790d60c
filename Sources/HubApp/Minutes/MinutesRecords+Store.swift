import HubModel
import HubSQL

extension Reading {
  /// What a meeting's minutes say of its items, whoever asks.
  func notes(of meeting: ID<Meeting>) throws -> [ItemNotes] {
    try loadAll(where: "t.meeting = \(meeting.number)")
  }

  /// Who was at a meeting, whoever asks.
  func attendance(at meeting: ID<Meeting>) throws -> [Attendance] {
    try loadAll(where: "t.meeting = \(meeting.number) AND t.state = 'recorded'")
  }

  /// What a meeting concluded, whoever asks, in the order in which it was written, else recorded;
  /// without what was taken back.
  func outcomes(of meeting: ID<Meeting>) throws -> [OutcomeRecord] {
    let condition = MinutesRules.of(meeting)
    let decisions: [Decision] = try loadAll(where: condition)
    let actions: [ActionItem] = try loadAll(where: condition)
    let recommendations: [Recommendation] = try loadAll(where: condition)
    let all =
      decisions.map(OutcomeRecord.decision) + actions.map(OutcomeRecord.action)
      + recommendations.map(OutcomeRecord.recommendation)
    let kept = all.filter { !$0.isTakenBack }
    guard kept.count > 1 else { return kept }
    let order = try order(of: kept.map(\.reference))
    return kept.sorted { a, b in
      let places = [a, b].map { $0.rank ?? Int.max }
      return (places[0], order[a.reference] ?? 0) < (places[1], order[b.reference] ?? 0)
    }
  }

  /// The order in which records were made, in one statement.
  private func order(of references: [Reference]) throws -> [Reference: Int64] {
    let groups = Dictionary(grouping: references, by: \.type).sorted {
      $0.key.rawValue < $1.key.rawValue
    }
    let conditions = groups.map { type, references -> SQL in
      "(r.type = \(type.rawValue) AND r.number IN (\(list: references.map(\.number))))"
    }
    var order: [Reference: Int64] = [:]
    try connection.forEach(
      """
      SELECT r.type, r.number, r.id FROM records r \
      WHERE \(SQL.joined(conditions, separator: " OR "))
      """
    ) { row in
      if let type = RecordType(rawValue: row.string(0)) {
        order[Reference(type, row.int64(1))] = row.int64(2)
      }
      return true
    }
    return order
  }

  /// The items of a meeting of which the minutes changed after a version of them: their states,
  /// their notes and what they concluded.
  func itemsChanged(in minutes: Minutes, after version: Int) throws -> [Reference] {
    let meeting = minutes.meeting.number
    return try connection.query(
      """
      SELECT DISTINCT i.number FROM agenda_items i JOIN records r ON \
      (r.type = 'agendaItem' AND r.number = i.number) \
      OR (r.type = 'itemNotes' AND r.number IN \
      (SELECT n.number FROM item_notes n WHERE n.item = i.number)) \
      OR (r.type = 'decision' AND r.number IN \
      (SELECT d.number FROM decisions d WHERE d.item = i.number)) \
      OR (r.type = 'actionItem' AND r.number IN \
      (SELECT a.number FROM action_items a WHERE a.item = i.number)) \
      OR (r.type = 'recommendation' AND r.number IN \
      (SELECT c.number FROM recommendations c WHERE c.item = i.number)) \
      JOIN history h ON h.record = r.id \
      WHERE i.meeting = \(meeting) AND h.id > (SELECT MAX(own.id) FROM records m \
      JOIN history own ON own.record = m.id \
      WHERE m.type = 'minutes' AND m.number = \(meeting) AND own.version <= \(version)) \
      ORDER BY i.position, i.number
      """
    ) { Reference(.agendaItem, $0.int64(0)) }
  }

  /// Those at a meeting who speak for workers: in the body, or by their organization.
  func workers(at meeting: ID<Meeting>) throws -> Set<ID<Person>> {
    Set(
      try connection.query(
        """
        SELECT a.person FROM attendance a WHERE a.meeting = \(meeting.number) AND (EXISTS \
        (SELECT 1 FROM memberships m WHERE m.person = a.person AND m.on_behalf_of = 'worker') \
        OR EXISTS (SELECT 1 FROM people p JOIN organizations o ON o.number = p.organization \
        WHERE p.number = a.person AND o.kind = 'worker'))
        """
      ) { ID<Person>($0.int64(0)) })
  }

  /// How many of these people were voting members of a meeting's body on its day.
  func votingMembers(among people: Set<ID<Person>>, at meeting: Meeting) throws -> Int {
    guard !people.isEmpty else { return 0 }
    let day = (meeting.day ?? today).number
    let roles = MembershipRole.allCases.filter(\.votes).map(\.rawValue)
    return try connection.first(
      """
      SELECT COUNT(DISTINCT m.person) FROM memberships m WHERE m.body = \(meeting.body.number) \
      AND m.person IN (\(list: people.map(\.number).sorted())) AND m.role IN (\(list: roles)) \
      AND m.starts_on <= \(day) AND (m.ends_on IS NULL OR m.ends_on >= \(day))
      """, { $0.int(0) }) ?? 0
  }

  /// How many voting members were at a meeting, in the room, remote or by proxy.
  func votingMembersPresent(at meeting: Meeting) throws -> Int {
    let day = (meeting.day ?? today).number
    let roles = MembershipRole.allCases.filter(\.votes).map(\.rawValue)
    return try connection.first(
      """
      SELECT COUNT(DISTINCT a.person) FROM attendance a JOIN memberships m \
      ON m.person = a.person AND m.body = a.body WHERE a.meeting = \(meeting.header.number) \
      AND a.state = 'recorded' AND a.presence IN ('present', 'proxy') \
      AND m.role IN (\(list: roles)) AND m.starts_on <= \(day) \
      AND (m.ends_on IS NULL OR m.ends_on >= \(day))
      """, { $0.int(0) }) ?? 0
  }
}
