import HubModel
import HubText
import HubWords

/// What an export says of a document beside its title.
struct DocumentModel: Sendable, Hashable {
  /// BCP 47 tags.
  let languages: [String]
  let mediaType: String?
  /// In bytes; nil for a link.
  let size: Int?
  let link: String?

  init(_ document: Document) {
    languages = document.languages
    mediaType = document.mediaType
    size = document.size
    link = document.link
  }

  /// Its languages and size, as people say them: `French, 1.2 MiB`.
  var remark: LocalizedText {
    .each { words in
      let names = languages.map { LanguageTag.name($0, in: words.language) }
      return (names + (size.map { [words.size($0)] } ?? [])).joined(separator: ", ")
    }
  }

  var members: [JSON.Member] {
    [
      JSON.Member(name: "languages", value: .array(languages.map { .string($0) })),
      JSON.Member(name: "mediaType", value: mediaType.json),
      JSON.Member(name: "size", value: size.json), JSON.Member(name: "link", value: link.json),
    ]
  }
}

extension ItemModel.Paper {
  /// `E-4 The plan (French, 1.2 MiB)`
  var line: ExportDocument.Line {
    var line = ExportDocument.Line(record)
    guard let document else { return line }
    if !document.remark.isEmpty {
      line.pieces.append(.remark(.init(document.remark)))
    }
    if let link = document.link {
      line.pieces += [.said(LocalizedText(same: " ")), .address(link)]
    }
    return line
  }
}
