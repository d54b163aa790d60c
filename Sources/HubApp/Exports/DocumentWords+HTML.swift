import HubModel
import HubText
import HubWords

/// The texts of a document: in the language asked for, or the other one with a remark.
extension DocumentPage {
  func said(_ text: LocalizedText, _ language: Language) -> HTML {
    placed(text, language, by: ReferenceLinks(anchors).html) { other, text in
      "<span lang=\"\(other.rawValue)\">\(text)</span>"
    }
  }

  /// Markdown that somebody wrote; its headings stand below those of the document.
  func prose(_ text: LocalizedText, _ language: Language, below level: Int) -> HTML {
    let links = ReferenceLinks(anchors, headingsBelow: level)
    let html = placed(text, language) {
      links.html(in: Markdown.html($0))
    } other: { other, text in
      "<div lang=\"\(other.rawValue)\">\(text)</div>"
    }
    return "<div class=\"prose\">\(html)</div>"
  }

  func line(_ line: ExportDocument.Line, _ language: Language) -> HTML {
    line.pieces.map { piece -> HTML in
      switch piece {
      case .said(let text): said(text, language)
      case .reference(let reference): ReferenceLinks(anchors).html(reference)
      case .address(let link): "<a href=\"\(link)\" rel=\"noreferrer\">\(link)</a>"
      case .remark(let line): " <span class=\"remark\">\(self.line(line, language))</span>"
      }
    }.joined()
  }

  /// A text that is not there in this language is shown in the other one, unless that stands
  /// beside it already; either way it is said so.
  private func placed(
    _ text: LocalizedText, _ language: Language, by write: (String) -> HTML,
    other wrap: (Language, HTML) -> HTML
  ) -> HTML {
    if text.isEmpty { return HTML() }
    if text[language].isEmpty {
      let note = remark(ExportDocument.onlyIn(language.other), language)
      return isBilingual
        ? note : wrap(language.other, write(text[language.other])) + " " + note
    }
    let own = write(text[language])
    return text.stale == language
      ? own + " " + remark(.words("export.stale"), language) : own
  }

  private func remark(_ text: LocalizedText, _ language: Language) -> HTML {
    "<small class=\"note\">\(text[language])</small>"
  }
}
