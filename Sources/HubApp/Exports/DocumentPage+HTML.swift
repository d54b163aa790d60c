import HubModel
import HubResources
import HubText
import HubWords

/// A document as a page that needs nothing beside itself: no script, no font, no request.
struct DocumentPage {
  let document: ExportDocument
  let languages: [Language]
  /// The records that have a place in the page, so that a reference to them is a link.
  let anchors: Set<Reference>

  init(_ document: ExportDocument, _ language: ExportLanguage) {
    self.document = document
    languages = language.languages
    anchors = document.anchors
  }

  /// Whether both languages stand side by side.
  var isBilingual: Bool { languages.count > 1 }

  /// Writes the page part by part, each made when the one before has gone.
  func write<Gone: Error>(_ write: (HTML) throws(Gone) -> Void) throws(Gone) {
    try write(opening)
    for section in document.sections { try self.section(section, level: 2, write) }
    try write(closing)
  }

  private var opening: HTML {
    """
    <!DOCTYPE html>
    <html lang="\(languages[0].rawValue)" class="\(isBilingual ? "bilingual" : "single")">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" \
    content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
    <meta name="color-scheme" content="light">
    <title>\(name)</title>
    <style>
    \(HTML(raw: Resource.text("styles/export.css") ?? ""))\(pageStyle)</style>
    </head>
    <body>
    \(masthead)\(contents)<main>

    """
  }

  private var closing: HTML {
    """
    </main>
    \(footer)</body>
    </html>

    """
  }

  /// The page's name: what it is of, then what it is.
  private var name: String {
    languages.map {
      "\(document.title.best($0)) – \(document.kind.best($0)) (\(document.reference))"
    }.joined(separator: " / ")
  }

  /// The running title and the page numbers on paper.
  private var pageStyle: HTML {
    let title = languages.map { document.title.best($0) }.reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }.joined(separator: " / ")
    let kind = languages.map { document.kind.best($0) }.joined(separator: " / ")
    return HTML(
      raw: """
        @page { @top-left { content: \(CSSString.quoted(title)); } \
        @top-right { content: \(CSSString.quoted(document.reference.description)); } \
        @bottom-left { content: \(CSSString.quoted(kind)); } }

        """)
  }

  private var masthead: HTML {
    """
    <header class="masthead">
    \(pair { language in
      """
      <p class="kind">\(said(document.kind, language)) <span class="ref">\(document.reference)</span></p>
      """
    })
    \(heading(1, nil) { said(document.title, $0) })
    \(document.subtitle.isEmpty ? HTML() : pair { "<p class=\"subtitle\">\(line(document.subtitle, $0))</p>" })
    \(document.banners.map(banner))\(facts(document.facts, class: "facts head"))
    </header>

    """
  }

  private func banner(_ banner: ExportDocument.Banner) -> HTML {
    """
    <div class="banner \(banner.tone.rawValue)">\(pair { language in
      "<p><strong>\(said(banner.title, language))</strong> \(said(banner.text, language))</p>"
    })</div>

    """
  }

  /// Links to the parts, where there are enough of them to get lost.
  private var contents: HTML {
    guard document.sections.count > 2 else { return HTML() }
    let label = languages.map { Words($0)("export.contents") }.joined(separator: " / ")
    return """
      <nav aria-label="\(label)">
      \(pair { language in
        """
        <ol>\(document.sections.map { section in
          "<li><a href=\"#\(section.anchor)\">\(said(section.title, language))</a></li>"
        } as [HTML])</ol>
        """
      })
      </nav>

      """
  }

  private var footer: HTML {
    """
    <footer>
    \(document.colophon.map { text in pair { "<p>\(said(text, $0))</p>" } })
    </footer>

    """
  }
}

/// Text for a style sheet.
enum CSSString {
  /// A quoted string that cannot end early, whatever the text holds.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      let value = scalar.value
      let isPlain =
        value == 0x20 || (0x30...0x39).contains(value) || (0x41...0x5A).contains(value)
        || (0x61...0x7A).contains(value) || value > 0xA0
      if isPlain {
        quoted.unicodeScalars.append(scalar)
      } else {
        quoted += "\\\(String(value, radix: 16)) "
      }
    }
    return quoted + "\""
  }
}
