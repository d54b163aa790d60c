/// A kind of record that can be imported from a table; what its columns are follows from its field
/// list.
package struct ImportKind: Sendable {
  /// By what a row's record is found among those that are there.
  package enum Key: Sendable, Hashable {
    /// By fields that all have to be filled in.
    case fields([String])
    /// By what it is called, in either language.
    case name
  }

  package let type: RecordType
  /// The first of these that a row has decides.
  package let knownBy: [Key]

  /// As it stands in a path and in a command: `people`.
  package var name: String { type.path }

  /// Every kind that can be imported, and by what one that is there already is known. The only
  /// registration.
  package static let all: [ImportKind] = [
    ImportKind(type: .organization, knownBy: [.name]),
    ImportKind(type: .person, knownBy: [.fields(["handle"]), .fields(["email"]), .name]),
    ImportKind(type: .body, knownBy: [.name]),
    ImportKind(type: .membership, knownBy: [.fields(["person", "body", "role", "startsOn"])]),
    ImportKind(type: .meeting, knownBy: [.fields(["body", "startsAt"])]),
  ]
}
