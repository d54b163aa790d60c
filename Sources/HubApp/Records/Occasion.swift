/// What a change is made for. Rules ask, where the same change is right on one occasion and not on
/// another; what follows from a change follows on the same occasion.
package struct Occasion: OptionSet, Sendable, Hashable {
  package let rawValue: Int
  package init(rawValue: Int) { self.rawValue = rawValue }

  /// Somebody changes a record by itself.
  package static let ordinary: Occasion = []
  /// Something of the past is recorded as it was: a meeting as held.
  package static let past = Occasion(rawValue: 1)
  /// The terms of an agreement change by an amendment.
  package static let amendment = Occasion(rawValue: 2)
  /// Minutes are written: what they say of an action corrects it and does not move it.
  package static let minutes = Occasion(rawValue: 4)
  /// Approved minutes change by an erratum, or what is said of them beside their words.
  package static let erratum = Occasion(rawValue: 8)
  /// An agenda is written from its file, which says what becomes of each item and paper.
  package static let agendaFile = Occasion(rawValue: 16)
  /// An item makes room for another one on the agenda.
  package static let reordering = Occasion(rawValue: 64)
  /// What named a record names the one that it was merged into.
  package static let merging = Occasion(rawValue: 128)
  /// Where one language of a text changes, the other one is still right: somebody says so.
  package static let stillRight = Occasion(rawValue: 256)
  /// Data is migrated by code.
  package static let migration = Occasion(rawValue: 32)
}
