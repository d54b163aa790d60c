import HubHTTP
import HubModel
import HubText
import HubWords

extension ExportAPI {
  static func document(_ words: Words) -> RouteDocument {
    RouteDocument(
      tag: "files", summary: words("openapi.export"),
      path: ["kind": JSONSchema.word(of: ExportKind.all.map(\.name))],
      answers: [
        RouteDocument.Answer(
          status: 200, text: words("openapi.exported"), type: ExportFormat.html.contentType,
          schema: JSONSchema.text,
          otherTypes: ExportFormat.allCases.filter { $0 != .html }.map {
            ($0.contentType, $0 == .json ? ["type": "object"] : JSONSchema.text)
          },
          headers: [("Content-Disposition", JSONSchema.text)])
      ], problems: [.notFound])
  }

  /// Of which meeting, in which language and form.
  static func query(_ words: Words) -> [JSON] {
    [
      Parameter.query(
        "meeting", JSONSchema.reference(to: [.meeting]), words("openapi.exportMeeting"),
        isRequired: true),
      Parameter.query(
        "lang", JSONSchema.word(of: ExportLanguage.allCases.map(\.rawValue)),
        words("openapi.exportLanguage")),
      Parameter.query(
        "format", JSONSchema.word(of: ExportFormat.allCases.map(\.rawValue)),
        words("openapi.exportFormat")),
    ]
  }
}
