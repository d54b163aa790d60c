import HubModel

/// How an export names a record that it refers to.
struct Named: Sendable, Hashable {
  /// nil where the name stands for somebody who is not to be named.
  let reference: Reference?
  let label: LocalizedText
  var illustrative = false

  init(_ reference: Reference?, _ label: LocalizedText, illustrative: Bool = false) {
    self.reference = reference
    self.label = label
    self.illustrative = illustrative
  }

  /// A record that is only named shows no passage for insiders: they may be another body's.
  init(_ entry: Directory.Entry) {
    self.init(
      entry.reference, entry.label.withoutInsidePassages, illustrative: entry.illustrative)
  }

  init<R: Record>(_ record: R) {
    self.init(
      record.reference, record.label.withoutInsidePassages,
      illustrative: record.header.illustrative)
  }
}

/// For whom a copy is, and how recent what it says: from the records that are in it and no other.
struct Coverage: Sendable, Hashable {
  private(set) var modified = Moment(milliseconds: 0)
  /// The narrowest visibility among the records.
  private(set) var visibility = Visibility.public

  mutating func add<R: Record>(_ record: R) {
    modified = max(modified, record.header.modified)
    visibility = max(
      visibility, Access.effectiveVisibility(record.header, record.scope, R.lifeCycle))
  }

  /// Something is in it that is not for more people than these.
  mutating func narrow(to visibility: Visibility) {
    self.visibility = max(self.visibility, visibility)
  }

  mutating func add<R: Record>(_ records: some Sequence<R>) {
    for record in records { add(record) }
  }
}
