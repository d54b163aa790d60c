package import HubModel
import HubSQL

extension Attendance: Stored {
  package static let table = RecordTable<Attendance>()

  /// No matter of the body's: that says how widely what it deals with is seen.
  package func usualVisibility(in writing: Writing) throws -> Visibility { Self.defaultVisibility }

  package mutating func settle(from former: Attendance?, on occasion: Occasion, in writing: Writing)
    throws -> [Fault]
  {
    let place = try writing.place(&self, at: meeting, \.body)
    name = name.map(NameForm.plain)
    proxyName = proxyName.map(NameForm.plain)
    let isForum = try namesWithoutAccount && writing.load(body)?.workersForum == true
    staysWithBody = isForum
    if let former, writing.isSame(self, former) { return [] }
    var faults = try writing.lockFaults(meeting, on: occasion)
    if let place, former.map(cameOtherwise(than:)) ?? true { faults += earlyFaults(place) }
    if staysWithBody, !header.sharedWith.isEmpty {
      faults.append(Fault("nameStaysWithForum", at: "/sharedWith"))
    }
    return faults
  }

  /// Nobody comes to a meeting before its day.
  private func earlyFaults(_ meeting: Meeting) -> [Fault] {
    guard let day = meeting.day else { return [] }
    return [(arrivedAt, "arrivedAt"), (leftAt, "leftAt")].filter {
      $0.0.map { $0.local(in: meeting.zone).day < day } ?? false
    }.map { Fault("beforeMeetingDay", at: "/\($0.1)", ["day": day.description]) }
  }

  private func cameOtherwise(than former: Attendance) -> Bool {
    (former.arrivedAt, former.leftAt) != (arrivedAt, leftAt)
  }

  package func isSaidAlready(in reading: Reading) throws -> Bool {
    guard let person else { return false }
    return try reading.connection.first(
      """
      SELECT 1 FROM attendance WHERE meeting = \(meeting.number) AND person = \(person.number) \
      AND number <> \(header.number)
      """
    ) { _ in true } ?? false
  }

  package func follow(_ former: Attendance?, on occasion: Occasion, in writing: Writing) throws {
    try writing.touch(ID<Minutes>(meeting.number), by: self, former, on: occasion)
    if !occasion.contains(.minutes) { try writing.settleQuorum(of: meeting, on: occasion) }
  }
}

extension Reading {
  /// Who was at the meetings of a body and is named without an account, whoever asks.
  func attendance(ofNamesAt body: ID<Body>) throws -> [Attendance] {
    try loadAll(
      where: """
        t.body = \(body.number) AND (t.name IS NOT NULL OR t.proxy_name IS NOT NULL)
        """)
  }
}
