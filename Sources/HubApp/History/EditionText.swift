import HubModel

/// The text that is frozen when a record is released.
enum EditionText {
  static func text<R: Stored>(of record: R, in writing: Writing) throws -> String { "" }
}
