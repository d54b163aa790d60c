import CCMark
import Synchronization

/// A document as the library read it; valid within `read` only.
struct MarkdownDocument: ~Copyable {
  private let root: OpaquePointer
  private let extensions: UnsafeMutablePointer<cmark_llist>?

  private static let options = CMARK_OPT_DEFAULT

  /// The extensions, registered once. Reading with them changes tables of the library that all
  /// threads share, so one text is read at a time: for no longer than the bounds allow.
  private static let reading = Mutex<Void>({ cmark_gfm_core_extensions_ensure_registered() }())

  /// - Returns: nil for a text that would be too much work.
  static func read<Value>(
    _ text: String, _ body: (borrowing MarkdownDocument) -> Value
  ) -> Value? {
    var text = text
    return text.withUTF8 { read($0, body) }
  }

  static func read<Value>(
    _ text: UnsafeBufferPointer<UInt8>, _ body: (borrowing MarkdownDocument) -> Value
  ) -> Value? {
    guard MarkdownBounds.hold(text) else { return nil }
    let parser = cmark_parser_new(options)
    defer { cmark_parser_free(parser) }
    let root = reading.withLock { _ in
      for name in ["table", "strikethrough", "autolink", "tasklist"] {
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
      }
      text.withMemoryRebound(to: CChar.self) {
        cmark_parser_feed(parser, $0.baseAddress, $0.count)
      }
      return UInt(bitPattern: cmark_parser_finish(parser))
    }
    guard let root = OpaquePointer(bitPattern: root) else {
      preconditionFailure("the library always returns a document")
    }
    defer { cmark_node_free(root) }
    return body(
      MarkdownDocument(
        root: root, extensions: cmark_parser_get_syntax_extensions(parser)))
  }

  func html() -> HTML {
    guard let text = cmark_render_html(root, MarkdownDocument.options, extensions) else {
      return HTML()
    }
    defer { cmark_get_default_mem_allocator().pointee.free(text) }
    return HTML(raw: String(cString: text))
  }

  func plain() -> String {
    var text = ""
    var pending = false
    let iterator = cmark_iter_new(root)
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return text }
      guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) else { continue }
      let type = cmark_node_get_type(node)
      if !MarkdownDocument.isInline(type) || MarkdownDocument.isBreak(type) { pending = true }
      guard MarkdownDocument.isText(type), let literal = cmark_node_get_literal(node) else {
        continue
      }
      if pending, !text.isEmpty { text += " " }
      pending = false
      text += MarkdownDocument.oneLine(String(cString: literal))
    }
  }

  private static func isInline(_ type: cmark_node_type) -> Bool {
    type.rawValue & 0xC000 == 0xC000
  }

  private static func isBreak(_ type: cmark_node_type) -> Bool {
    type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK
  }

  private static func isText(_ type: cmark_node_type) -> Bool {
    type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE || type == CMARK_NODE_CODE_BLOCK
  }

  /// Code keeps its lines; they are joined by spaces.
  private static func oneLine(_ text: String) -> String {
    guard text.utf8.contains(0x0A) else { return text }
    return text.split(separator: "\n").joined(separator: " ")
  }
}
