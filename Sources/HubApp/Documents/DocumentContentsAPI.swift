import HubCrypto
import HubHTTP
import HubModel
import HubText

/// `PUT` and `GET /documents/{ref}/contents`: what the hub keeps of a document.
///
/// A new edition says with `If-Match` which one it follows; earlier ones stay readable with
/// `?edition=n`. They are saved and never shown: no page that somebody sent runs in a browser.
enum DocumentContentsAPI {
  static var routes: [APIRoute] {
    let path = "\(API.root)/documents/{ref}"
    return [
      APIRoute(
        .get, "\(path)/contents", name: "contents of document",
        .reading(shown).taking(shownQuery).answering(in: forms), handler: show),
      APIRoute(
        .put, "\(path)/contents", name: "keep contents",
        .writing(kept).taking(keptQuery).with {
          $0.company = .none
          $0.largestBody = Document.mostBytes
        }, handler: keep),
      APIRoute(
        .get, "\(path)/editions", name: "editions of document", .reading(listed), handler: list),
    ]
  }

  private static func keep(_ context: Context) throws -> Response {
    let id: ID<Document> = try context.id()
    var request = context.request
    guard request.headers["Content-Range"] == nil else {
      throw Refusal.malformed([Fault("partOfContents", at: "Content-Range")])
    }
    // What it is says itself.
    if request.contentType == nil { request.headers["Content-Type"] = ContentType.unknown.rawValue }
    let bytes = try request.content { _ in true }
    let condition = try request.ifMatch()
    let sent = try SentContents(bytes, called: request.query.first(named: "fileName"))
    return try context.write { writing in
      let former = try writing.find(id)
      guard try former.mayBeChanged(in: writing) ?? false else {
        throw writing.refusal(needing: former.writers)
      }
      if former.link != nil { throw Refusal.conflict(Fault("documentIsLink")) }
      // What is there already may be sent again: a caller whose answer was lost does.
      if try !writing.isKept(sent, of: former) { try check(condition, former) }
      return (try writing.keep(sent, of: former), isFirst: former.edition == 0)
    } answer: { kept, reading in
      var answer = try RecordAPI<Document>.answer(
        kept.0, status: kept.isFirst ? 201 : 200, in: reading)
      if let tag = tag(of: kept.0) { answer.headers["ETag"] = tag.text }
      return answer
    }
  }

  /// Nobody takes the place of an edition that they have not seen: they name its number, or its tag.
  /// The tag of the record is another one.
  private static func check(_ condition: EntityTagCondition?, _ document: Document) throws {
    guard let current = tag(of: document) else {
      if condition != nil { throw Refusal.stale(document.reference, current: 0) }
      return
    }
    guard let condition else { throw Refusal.versionRequired }
    let isCurrent =
      condition.names(current) || condition.names(EntityTag(version: Int64(document.edition)))
    guard isCurrent else { throw Refusal.stale(document.reference, current: document.edition) }
  }

  /// The tag of the newest contents; nil where there are none.
  private static func tag(of document: Document) -> EntityTag? {
    document.digests.last.map { tag(document.edition, $0) }
  }

  /// - Parameter digest: of the contents, in hexadecimal digits.
  private static func tag(_ edition: Int, _ digest: String) -> EntityTag {
    EntityTag(version: Int64(edition), shownAs: String(digest.prefix(16)))
  }

  private static func show(_ context: Context) throws -> Response {
    let id: ID<Document> = try context.id()
    let request = context.request
    let asked = try edition(request)
    let (document, contents) = try context.read { reading in
      let document = try reading.find(id)
      let all = try DocumentContents.all(of: id, reading.connection)
      let number = asked ?? document.edition
      guard let contents = all.first(where: { $0.edition == number }) else {
        throw Refusal.notFound(number > 0 ? "\(id), \(number)" : id.description)
      }
      return (document, contents)
    }
    guard !contents.isExpunged else { throw Problem(.gone, code: "contentsExpunged") }
    return try answer(document, contents, to: request, in: context)
  }

  private static func answer(
    _ document: Document, _ contents: DocumentContents, to request: Request, in context: Context
  ) throws -> Response {
    let tag = tag(contents.edition, Digest.hex(contents.digest))
    var response = Response(
      status: 200,
      headers: [
        "Content-Type": ContentType.field(
          (ContentType(rawValue: contents.mediaType) ?? .unknown).rawValue),
        "Content-Disposition": ContentDisposition.attachment(name(document, contents)),
        "Content-Security-Policy": "sandbox; default-src 'none'", "ETag": tag.text,
        "Last-Modified": HTTPDate.text(milliseconds: contents.at.milliseconds),
        "Accept-Ranges": "bytes",
      ])
    let range = asked(request, tag, contents)
    switch range {
    case .none:
      throw Problem(
        .rangeNotSatisfiable, code: "rangeNotSatisfiable",
        headers: ["Content-Range": "bytes */\(contents.size)"])
    case .whole:
      response.body = try body(0..<contents.size, contents, context)
    case .part(let part):
      response.status = 206
      response.headers["Content-Range"] =
        "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(contents.size)"
      response.body = try body(part, contents, context)
    }
    return response
  }

  /// The part that is asked for: of these contents, if they are those of which the caller has one.
  private static func asked(
    _ request: Request, _ tag: EntityTag, _ contents: DocumentContents
  ) -> ByteRange {
    if let condition = try? request.ifNoneMatch(), condition.names(tag) { return .whole }
    if let text = request.headers["If-Range"], text != tag.text,
      text != HTTPDate.text(milliseconds: contents.at.milliseconds)
    {
      return .whole
    }
    return ByteRange(parsing: request.headers["Range"], of: contents.size)
  }

  /// What is short is there at once. Of what is longer each piece is read by itself: whoever reads
  /// slowly holds no state of the data.
  private static func body(
    _ range: Range<Int>, _ contents: DocumentContents, _ context: Context
  ) throws -> Response.Body {
    let hub = context.hub
    let body = Response.Body.measured(range.count) { write in
      let size = DocumentContents.piece
      for place in (range.lowerBound / size)...((range.upperBound - 1) / size) {
        let bytes = try hub.read(as: .founder) { try contents.piece(place, $0.connection) }
        let start = place * size
        let first = max(0, range.lowerBound - start)
        let end = min(size, range.upperBound - start)
        guard let bytes, bytes.count >= end else { throw Missing() }
        try write(first == 0 && end == bytes.count ? bytes : Array(bytes[first..<end]))
      }
    }
    guard range.count <= DocumentContents.piece else { return body }
    return .bytes(try Response(status: 200, body: body).collected())
  }

  /// They were taken out while somebody read them, or the file is damaged.
  private struct Missing: Error {}

  /// An earlier edition may have been a file of another sort: it is called by its reference.
  private static func name(_ document: Document, _ contents: DocumentContents) -> String {
    let plain = document.reference.description
    guard contents.edition != document.edition else { return document.fileName ?? plain }
    return "\(plain)-\(contents.edition)" + ContentType.ending(of: contents.mediaType)
  }

  private static func edition(_ request: Request) throws -> Int? {
    guard let text = request.query.first(named: "edition") else { return nil }
    guard let number = Int(text), (1...1_000_000).contains(number) else {
      throw Refusal.malformed([
        Fault("outOfRange", at: "edition", ["least": "1", "most": "1000000"])
      ])
    }
    return number
  }

  private static func list(_ context: Context) throws -> Response {
    let id: ID<Document> = try context.id()
    return try context.read { reading in
      _ = try reading.find(id)
      var writer = JSONWriter()
      writer.beginObject()
      writer.key("items")
      writer.beginArray()
      for contents in try DocumentContents.all(of: id, reading.connection) {
        writer.beginObject()
        writer.member("edition", contents.edition)
        writer.key("at")
        writer.moment(contents.at)
        writer.member("mediaType", contents.mediaType)
        writer.member("size", contents.size)
        writer.member("digest", Digest.hex(contents.digest))
        writer.key("expunged")
        writer.bool(contents.isExpunged)
        writer.endObject()
      }
      writer.endArray()
      writer.endObject()
      return .json(writer)
    }
  }
}
