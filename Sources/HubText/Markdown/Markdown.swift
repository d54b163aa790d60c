/// Markdown as people write it: CommonMark with GitHub's tables, bare links, strikethrough and
/// task lists.
package enum Markdown {
  /// The markup of a text. What could do harm is left out: raw HTML, and links and images whose
  /// address is a script, a file or data.
  package static func html(_ text: String) -> HTML {
    MarkdownDocument.read(text) { $0.html() }
  }

  /// What a text says without its marks, on one line: for lists and search.
  package static func plain(_ text: String) -> String {
    MarkdownDocument.read(text) { $0.plain() }
  }

  /// Reads a text and throws the result away: what a benchmark of reading alone calls.
  package static func check(_ text: UnsafeBufferPointer<UInt8>) {
    MarkdownDocument.read(text) { _ in }
  }

  /// Reads a text and throws the result away: what a benchmark of reading alone calls.
  package static func check(_ text: String) {
    MarkdownDocument.read(text) { _ in }
  }
}
