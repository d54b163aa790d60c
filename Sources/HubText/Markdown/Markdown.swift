/// Markdown as people write it: CommonMark with GitHub's tables, bare links, strikethrough and
/// task lists. A text that is made to be endless work, as nobody writes it, is shown as it was typed.
package enum Markdown {
  /// The markup of a text. What could do harm is left out: raw HTML, and links and images whose
  /// address is a script, a file or data.
  package static func html(_ text: String) -> HTML {
    MarkdownDocument.read(text) { $0.html() } ?? PlainParagraphs.html(text)
  }

  /// What a text says without its marks, on one line: for lists and search.
  package static func plain(_ text: String) -> String {
    MarkdownDocument.read(text) { $0.plain() } ?? PlainParagraphs.plain(text)
  }

  /// Reads a text and throws the result away: what a benchmark of reading alone calls.
  package static func check(_ text: UnsafeBufferPointer<UInt8>) {
    _ = MarkdownDocument.read(text) { _ in }
  }

  /// Reads a text and throws the result away: what a benchmark of reading alone calls.
  package static func check(_ text: String) {
    _ = MarkdownDocument.read(text) { _ in }
  }
}
