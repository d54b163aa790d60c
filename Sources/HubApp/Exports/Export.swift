package import HubHTTP
package import HubModel
import HubText

/// An export: a file with a name, ready to be written. All that it says was read in one snapshot,
/// which is over by then: an export says first for whom it is and how late its latest change was,
/// and that is known of the whole only. What it says stays a meeting's; what is written of it, in
/// whatever form and language, is made piece by piece.
package struct Export: Sendable {
  package let fileName: String
  package let contentType: String
  private let model: any ExportModel
  private let language: ExportLanguage
  private let format: ExportFormat

  /// Beyond so many bytes it leaves in pieces. It is what waits for a slow reader of a stream
  /// anyway, so nothing would be saved for a shorter one.
  static let longest = 256 * 1024
  /// How many bytes a piece has, or little more: a block is never taken apart.
  static let piece = 32 * 1024

  /// - Throws: `Refusal.notFound` when the meeting is absent or hidden from the caller.
  package init(
    _ kind: ExportKind, of meeting: ID<Meeting>, _ language: ExportLanguage,
    _ format: ExportFormat, in reading: Reading
  ) throws {
    model = try kind.collect(meeting, reading)
    fileName = "\(meeting)-\(kind.name)-\(language.rawValue).\(format.fileExtension)"
    contentType = format.contentType
    self.language = language
    self.format = format
  }

  /// The file: whole where it is short, so that its length is known and a copy can be asked after,
  /// else in pieces.
  package var body: Response.Body {
    var whole: [UInt8] = []
    do throws(TooLong) {
      try write { (piece) throws(TooLong) in
        guard whole.count + piece.count <= Self.longest else { throw TooLong() }
        whole += piece
      }
    } catch {
      return .stream { try self.write($0) }
    }
    return .bytes(whole)
  }

  private struct TooLong: Error {}

  /// Writes the file in pieces that are worth to be sent each.
  func write<Gone: Error>(_ write: ([UInt8]) throws(Gone) -> Void) throws(Gone) {
    var gathered: [UInt8] = []
    try parts { (part) throws(Gone) in
      gathered += part
      guard gathered.count >= Self.piece else { return }
      try write(gathered)
      gathered.removeAll(keepingCapacity: true)
    }
    if !gathered.isEmpty { try write(gathered) }
  }

  private func parts<Gone: Error>(_ write: ([UInt8]) throws(Gone) -> Void) throws(Gone) {
    switch format {
    case .html:
      try DocumentPage(model.document, language).write { (html) throws(Gone) in
        try write(html.bytes)
      }
    case .markdown:
      try DocumentText(model.document, language).write { (text) throws(Gone) in
        try write(Array(text.utf8))
      }
    case .json:
      var writer = JSONWriter(pretty: true)
      try writer.value(model.json, every: Self.piece, write)
      writer.endLine()
      try write(writer.bytes)
    }
  }
}
