import HubModel
import HubText
import HubWords

/// The texts of a document in Markdown.
extension DocumentText {
  /// A block in each language, one after the other.
  func each(_ side: (Language) -> String) -> [String] { languages.map(side) }

  /// A list's mark: another one for each language, since two lists with the same one that stand
  /// one after the other would be read as one.
  func bullet(_ language: Language) -> String {
    isBilingual && language == .fr ? "*" : "-"
  }

  /// A few words in each language on one line, once where they are the same.
  func together(_ side: (Language) -> String) -> String {
    let sides = languages.map(side)
    return sides.count == 2 && sides[0] == sides[1] ? sides[0] : sides.joined(separator: " / ")
  }

  func said(_ text: LocalizedText, _ language: Language) -> String {
    placed(text, language) { text in
      let line = Self.oneLine(text)
      // A blank at the beginning would be escaped: it is text only where nothing stands before it.
      let blanks = line.prefix { $0 == " " }
      return blanks + Markdown.escape(String(line.dropFirst(blanks.count)))
    }
  }

  func prose(_ text: LocalizedText, _ language: Language, below level: Int) -> String {
    let prose = placed(text, language) { MarkdownProse.safe($0, headingsBelow: level) }
    // Two lists that stand one after the other would be read as one.
    let beginsList = prose.first.map { "-*+0123456789".contains($0) } ?? false
    return isBilingual && language == .fr && beginsList ? "<!-- fr -->\n\n" + prose : prose
  }

  func line(_ line: ExportDocument.Line, _ language: Language) -> String {
    line.pieces.map { piece in
      switch piece {
      case .said(let text): return said(text, language)
      case .reference(let reference): return reference.description
      case .address(let link): return "<\(Self.enclosed(link))>"
      case .remark(let line):
        let remark = self.line(line, language)
        return remark.contains("(") ? " — \(remark)" : " (\(remark))"
      }
    }.joined()
  }

  /// An address that ends where its brackets do.
  private static func enclosed(_ link: String) -> String {
    link.replacing("<", with: "%3C").replacing(">", with: "%3E")
  }

  private func placed(
    _ text: LocalizedText, _ language: Language, by write: (String) -> String
  ) -> String {
    if text.isEmpty { return "" }
    if text[language].isEmpty {
      let note = "*(\(ExportDocument.onlyIn(language.other)[language]))*"
      return isBilingual ? note : "\(write(text[language.other])) \(note)"
    }
    let own = write(text[language])
    return text.stale == language
      ? "\(own) *(\(LocalizedText.words("export.stale")[language]))*" : own
  }

  private static func oneLine(_ text: String) -> String {
    text.contains(where: \.isNewline)
      ? text.split(whereSeparator: \.isNewline).joined(separator: " ") : text
  }
}
