package import HubModel
package import HubText

/// A kind of export: what `hub export` and `/exports/{kind}` can make. A later kind is a model with
/// its document, and one line here.
package struct ExportKind: Sendable {
  /// As it stands in the route and the command: `digest`.
  package let name: String
  let collect: @Sendable (ID<Meeting>, Reading) throws -> any ExportModel

  package static let all: [ExportKind] = [
    ExportKind(name: "digest") { try DigestModel(of: $0, in: $1) },
    ExportKind(name: "highlights") { try HighlightsModel(of: $0, in: $1) },
  ]

  package static func named(_ name: String) -> ExportKind? { all.first { $0.name == name } }
}

/// What an export holds, as plain values: what the caller may not see was never put into it.
package protocol ExportModel: Sendable {
  /// What people read, in both languages.
  var document: ExportDocument { get }
  /// The same for programs.
  var json: JSON { get }
}

/// A finished export: a file with a name.
package struct Export: Sendable {
  package let fileName: String
  package let contentType: String
  package let bytes: [UInt8]

  /// - Throws: `Refusal.notFound` when the meeting is absent or hidden from the caller.
  package init(
    _ kind: ExportKind, of meeting: ID<Meeting>, _ language: ExportLanguage,
    _ format: ExportFormat, in reading: Reading
  ) throws {
    let model = try kind.collect(meeting, reading)
    fileName = "\(meeting)-\(kind.name)-\(language.rawValue).\(format.fileExtension)"
    contentType = format.contentType
    bytes =
      switch format {
      case .html: DocumentPage(model.document, language).html.bytes
      case .markdown: Array(DocumentText(model.document, language).text.utf8)
      case .json: model.json.written(pretty: true) + [0x0A]
      }
  }
}
