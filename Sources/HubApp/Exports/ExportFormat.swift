import HubModel

/// In which form an export is written.
package enum ExportFormat: String, CaseIterable, Sendable {
  case html, markdown, json

  var contentType: String {
    switch self {
    case .html: "text/html; charset=utf-8"
    case .markdown: "text/markdown; charset=utf-8"
    case .json: "application/json"
    }
  }

  var fileExtension: String { self == .markdown ? "md" : rawValue }
}

/// In which language an export speaks, or that it holds both side by side.
package enum ExportLanguage: String, CaseIterable, Sendable {
  case en, fr, both

  /// The languages in their order.
  var languages: [Language] {
    switch self {
    case .en: [.en]
    case .fr: [.fr]
    case .both: [.en, .fr]
    }
  }
}
