import HubCrypto
import HubModel
import HubSQL

/// One edition of what the hub keeps of a document.
struct DocumentContents {
  let document: ID<Document>
  let edition: Int
  let at: Moment
  let mediaType: String
  let size: Int
  let digest: [UInt8]
  /// Whether an admin has taken the bytes out.
  let isExpunged: Bool

  /// How long a piece is, in bytes: none of a file is held whole to be read.
  static let piece = 256 * 1024

  /// The editions of a document, the first one first.
  static func all(of document: ID<Document>, _ connection: Connection) throws -> [DocumentContents]
  {
    try connection.query(
      """
      SELECT edition, at, media_type, size, digest, expunged_by FROM document_contents \
      WHERE document = \(document.number) ORDER BY edition
      """
    ) { row in
      DocumentContents(
        document: document, edition: row.int(0), at: Moment(milliseconds: row.int64(1)),
        mediaType: row.string(2), size: row.int(3), digest: row.bytes(4),
        isExpunged: !row.isNull(5))
    }
  }

  /// A piece of them, by its place from 0.
  func piece(_ place: Int, _ connection: Connection) throws -> [UInt8]? {
    try connection.first(
      """
      SELECT bytes FROM document_pieces WHERE document = \(document.number) \
      AND edition = \(edition) AND place = \(place)
      """
    ) { $0.bytes(0) }
  }

  /// Whether the bytes that are kept are those of the digest, read piece by piece.
  func isSound(_ connection: Connection) throws -> Bool {
    var digest = SHA256()
    var count = 0
    try connection.forEach(
      """
      SELECT bytes FROM document_pieces WHERE document = \(document.number) \
      AND edition = \(edition) ORDER BY place
      """
    ) { row in
      let bytes = row.bytes(0)
      digest.add(bytes)
      count += bytes.count
      return true
    }
    if isExpunged { return count == 0 }
    return count == size && digest.finish() == self.digest
  }
}

/// What somebody sent, as it will be kept: looked at before any transaction begins.
struct SentContents {
  let bytes: [UInt8]
  let digest: [UInt8]
  let name: String
  let type: ContentType

  /// - Parameter name: of the file, as it was given.
  /// - Throws: `Refusal.invalid` for nothing, and for a name that is none.
  init(_ bytes: [UInt8], called name: String?) throws {
    var faults: [Fault] = []
    if bytes.isEmpty { faults.append(Fault("documentIsEmpty")) }
    let clean = name.flatMap(FileName.clean)
    if clean == nil { faults.append(Fault("fileNameMissing", at: "fileName")) }
    guard faults.isEmpty, let clean else { throw Refusal.invalid(faults) }
    self.bytes = bytes
    self.name = clean
    digest = SHA256.of(bytes)
    type = ContentType(of: bytes, called: clean)
  }
}

extension Writing {
  /// Whether what was sent is what is kept.
  func isKept(_ sent: SentContents, of document: Document) throws -> Bool {
    try document.digests.last == Digest.hex(sent.digest) && document.fileName == sent.name
      && !isExpunged(document)
  }

  /// Keeps what was sent as the newest edition of a document; what it is already changes nothing.
  func keep(_ sent: SentContents, of former: Document) throws -> Document {
    let digest = Digest.hex(sent.digest)
    let isThere = former.digests.last == digest
    let isGone = try isThere && isExpunged(former)
    if isThere, !isGone, former.fileName == sent.name { return former }
    let document = try edit(former.id, expecting: former.header.version) {
      $0.fileName = sent.name
      $0.mediaType = sent.type.rawValue
      $0.size = sent.bytes.count
      if !isThere || isGone { $0.digests.append(digest) }
    }
    guard document.edition > former.edition else { return document }
    try connection.execute(
      """
      INSERT INTO document_contents (document, edition, at, media_type, size, digest) VALUES \
      (\(document.header.number), \(document.edition), \(document.header.modified.milliseconds), \
      \(sent.type.rawValue), \(sent.bytes.count), \(sent.digest))
      """)
    for (place, start) in stride(from: 0, to: sent.bytes.count, by: DocumentContents.piece)
      .enumerated()
    {
      let end = min(start + DocumentContents.piece, sent.bytes.count)
      try connection.execute(
        """
        INSERT INTO document_pieces (document, edition, place, bytes) VALUES \
        (\(document.header.number), \(document.edition), \(place), \(Array(sent.bytes[start..<end])))
        """)
    }
    return document
  }

  /// Whether the newest edition of a document was taken out: who sends it once more means it.
  private func isExpunged(_ document: Document) throws -> Bool {
    try DocumentContents.all(of: document.id, connection).last?.isExpunged ?? false
  }
}
