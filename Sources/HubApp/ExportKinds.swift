extension ExportKind {
  /// Every kind of export. The only registration.
  package static let all: [ExportKind] = [
    ExportKind(name: "digest") { try DigestModel(of: $0, in: $1) },
    ExportKind(name: "minutes") { try OfficialMinutes(of: $0, in: $1) },
    ExportKind(name: "agenda") { try OfficialAgenda(of: $0, in: $1) },
    ExportKind(name: "highlights") { try HighlightsModel(of: $0, in: $1) },
  ]
}
