import HubModel
package import HubText

/// A kind of export: what `hub export` and `/exports/{kind}` can make. A later kind is a model with
/// its document, and one line in `ExportKinds.swift`.
package struct ExportKind: Sendable {
  /// As it stands in the route and the command: `digest`.
  package let name: String
  let collect: @Sendable (ID<Meeting>, Reading) throws -> any ExportModel

  package static func named(_ name: String) -> ExportKind? { all.first { $0.name == name } }
}

/// What an export holds, as plain values: what the caller may not see was never put into it.
package protocol ExportModel: Sendable {
  /// What people read, in both languages.
  var document: ExportDocument { get }
  /// The same for programs.
  var json: JSON { get }
}
