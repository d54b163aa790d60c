import HubModel

/// Who was there according to a file, beside who was there according to the records.
struct AttendancePlan {
  var added: [Attendance] = []
  var changed: [(former: Attendance, record: Attendance)] = []
  var removed: [Attendance] = []

  var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }

  init() {}

  /// A file that says nothing of attendance leaves it as it is, whatever it was written from: that
  /// nobody was there is not what it says.
  init(_ file: MinutesFile, _ records: MinutesRecords) {
    let document = file.document
    let wanted = document.attendance
    let counts = document.headcounts
    guard !wanted.isEmpty || !counts.isEmpty else { return }
    let hours = MeetingHours(records.meeting)
    var left = records.attendance
    for named in wanted {
      guard let former = Self.take(named.who, file, from: &left) else { continue }
      var record = former.record ?? Attendance()
      record.meeting = records.meeting.id
      switch named.who {
      case .handle(let handle): record.person = file.people[handle]
      case .named(let participant):
        (record.name, record.function, record.organizationName) = (
          participant.name, participant.function, participant.organization
        )
      }
      record.presence = named.presence
      record.remote = named.remote
      record.guest = named.guest
      record.proxy = named.proxy?.handle.flatMap { file.people[$0] }
      record.proxyName = named.proxy?.participant?.name
      record.arrivedAt = hours.moment(named.arrived, unless: record.arrivedAt)
      record.leftAt = hours.moment(named.left, unless: record.leftAt)
      add(record, former.record)
    }
    for count in counts {
      var record = Attendance()
      let former = left.firstIndex { $0.headcount.map(count.isOfSame) ?? false }
        .map { left.remove(at: $0) }
      if let former { record = former }
      record.meeting = records.meeting.id
      record.stakeholderGroup = count.group
      (record.region, record.regionNames) = (count.region, count.regionNames)
      (record.count, record.approximate) = (count.count, count.isApproximate)
      add(record, former)
    }
    // Only those of whom the file was told: what is hidden from the caller stays.
    let handles = Set(file.seen.attendance.compactMap(\.who.handle))
    let participants = Set(file.seen.attendance.compactMap(\.who.participant))
    removed = left.filter { record in
      if let person = record.person {
        return records.handles[person].map(handles.contains) ?? false
      }
      if let participant = record.participant { return participants.contains(participant) }
      return file.seen.headcounts.contains { seen in record.headcount.map(seen.isOfSame) ?? false }
    }
  }

  /// Takes what is recorded of somebody; nil where nobody knows of whom the file speaks.
  private static func take(
    _ who: PersonInFile, _ file: MinutesFile, from left: inout [Attendance]
  ) -> (record: Attendance?, Void)? {
    var place: Int?
    switch who {
    case .handle(let handle):
      guard let person = file.people[handle] else { return nil }
      place = left.firstIndex { $0.person == person }
    case .named(let participant):
      // Of whom the same is said, else who has the name: a function may have been mended.
      place =
        left.firstIndex { $0.participant == participant }
        ?? left.firstIndex { $0.name == participant.name }
    }
    return (place.map { left.remove(at: $0) }, ())
  }

  private mutating func add(_ record: Attendance, _ former: Attendance?) {
    guard let former else { return added.append(record) }
    let isSame = Attendance.fields.allSatisfy { $0.cells(of: former) == $0.cells(of: record) }
    if !isSame { changed.append((former, record)) }
  }
}

extension Attendance {
  /// People who were counted, as a file has them; nil for somebody who is named.
  var headcount: MinutesDocument.Headcount? {
    isOnePerson
      ? nil
      : .init(
        count, stakeholderGroup, isApproximate: approximate, region: region,
        regionNames: regionNames?.written)
  }
}
