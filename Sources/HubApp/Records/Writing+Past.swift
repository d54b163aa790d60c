package import HubModel
import HubSQL

/// One state that a record went through: what it held then, and who made it so when.
package struct Revision<R: Record>: Sendable {
  package var record: R
  package var act: Act
  package var at: Moment
  package var actor: ID<Person>?

  package init(_ record: R, _ act: Act, at: Moment, by actor: ID<Person>?) {
    self.record = record
    self.act = act
    self.at = at
    self.actor = actor
  }
}

extension Writing {
  /// Keeps a record whose whole past is known: its row, links and search entry as they are in
  /// the end, and a history entry for every state that led there.
  ///
  /// Asks neither for a right nor for a rule, and trusts the caller with numbers, versions and
  /// times: for data that was made up as a whole, such as the benchmark's.
  package func keep<R: Stored>(past revisions: [Revision<R>]) throws {
    guard let last = revisions.last else { return }
    let entry = try putRow(last.record, former: nil).entry
    var former: R?
    for revision in revisions {
      let content = RecordChange.patch(from: former, to: revision.record, revision.act)
      try History.append(
        revision.act, record: entry, version: revision.record.header.version, content: content,
        at: revision.at, by: revision.actor, in: self)
      former = revision.record
    }
  }
}
