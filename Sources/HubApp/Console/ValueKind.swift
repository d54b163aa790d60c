package import HubModel
import HubWords

/// What an argument or an option takes, and so how it is checked, shown and completed.
package enum ValueKind: Sendable, Hashable {
  /// Nothing: it is there or not.
  case flag
  case text
  case file
  case directory
  case address
  case number(ClosedRange<Int>)
  /// A day as people type it: `2026-12-03`, `friday`, `+2w`.
  case day
  /// RFC 3339.
  case moment
  /// One of these words.
  case choice([String])
  /// A reference to a record of one of these types; of any type when there are none.
  case reference([RecordType])
  /// A person's `@handle`.
  case handle

  /// The key of the word that stands for the value in a usage line: `FILE`.
  var metavariableKey: String {
    switch self {
    case .flag, .text: "metavariable.text"
    case .file: "metavariable.file"
    case .directory: "metavariable.directory"
    case .address: "metavariable.address"
    case .number: "metavariable.number"
    case .day: "metavariable.day"
    case .moment: "metavariable.moment"
    case .choice: "metavariable.choice"
    case .reference: "metavariable.reference"
    case .handle: "metavariable.handle"
    }
  }
}
