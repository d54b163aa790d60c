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
      guard let person = file.people[named.handle] else { continue }
      var record = Attendance()
      let former = left.firstIndex { $0.person == person }.map { left.remove(at: $0) }
      if let former { record = former }
      record.meeting = records.meeting.id
      record.person = person
      record.presence = named.presence
      record.remote = named.remote
      record.proxy = named.proxy.flatMap { file.people[$0] }
      record.arrivedAt = hours.moment(named.arrived, unless: record.arrivedAt)
      record.leftAt = hours.moment(named.left, unless: record.leftAt)
      add(record, former)
    }
    for count in counts {
      var record = Attendance()
      let former = left.firstIndex {
        $0.person == nil && $0.stakeholderGroup == count.group && $0.region == count.region
      }.map { left.remove(at: $0) }
      if let former { record = former }
      record.meeting = records.meeting.id
      record.stakeholderGroup = count.group
      record.region = count.region
      record.count = count.count
      add(record, former)
    }
    // Only those of whom the file was told: what is hidden from the caller stays.
    let seen = Set(file.seen.attendance.map(\.handle))
    removed = left.filter { record in
      guard let person = record.person else {
        return file.seen.headcounts.contains {
          $0.group == record.stakeholderGroup && $0.region == record.region
        }
      }
      return records.handles[person].map(seen.contains) ?? false
    }
  }

  private mutating func add(_ record: Attendance, _ former: Attendance?) {
    guard let former else { return added.append(record) }
    let isSame = Attendance.fields.allSatisfy { $0.cells(of: former) == $0.cells(of: record) }
    if !isSame { changed.append((former, record)) }
  }
}
