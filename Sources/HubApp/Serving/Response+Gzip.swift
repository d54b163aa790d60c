import HubHTTP
import HubZip

extension Response {
  /// The shortest body that is compressed. One that is shorter leaves in the same packet as its
  /// header fields either way: of 1,000 bytes of JSON there would be 570.
  static let leastGzipped = 1024

  /// The media types whose bodies repeat themselves. Others are compressed already, or unknown.
  private static let wordy: Set<Substring> = [
    "application/json", "application/problem+json", "application/jsonl", "application/x-ndjson",
    "text/html", "text/markdown", "text/plain", "text/csv", "text/css", "image/svg+xml",
  ]

  /// Whether a caller who takes gzip may get this answer so: then `Vary` says it to everybody.
  ///
  /// Never what holds a secret: whoever can have a word of theirs repeated beside it, and sees how
  /// long the compressed answer is, learns the secret letter by letter (the BREACH attack, 2013).
  /// What a cookie or a `no-store` goes with is one; routes that answer with one are the caller's
  /// to leave out.
  var isGzippable: Bool {
    // Of what is given in parts every byte has its place.
    guard headers["Set-Cookie"] == nil, headers["Content-Encoding"] == nil,
      headers["Accept-Ranges"] == nil,
      !headers.lists("no-store", under: "Cache-Control")
    else { return false }
    if status == 304 { return true }
    guard let type = headers["Content-Type"] else { return false }
    return Self.wordy.contains(Substring(type.utf8.prefix { $0 != UInt8(ascii: ";") }))
  }

  /// This answer in the gzip form, where that is shorter; a stream piece by piece, as it is written.
  var gzipped: Response {
    guard let body = gzippedBody else { return self }
    var response = self
    response.body = body
    response.headers["Content-Encoding"] = "gzip"
    // Of the body as it was; the server writes the new one's, where it knows it.
    response.headers["Content-Length"] = nil
    if let tag {
      response.headers["ETag"] = tag.gzipped.text
    }
    return response
  }

  private var gzippedBody: Body? {
    switch body {
    case .none: return nil
    case .bytes(let bytes):
      guard bytes.count >= Self.leastGzipped, let made = Gzip.compress(bytes),
        made.count < bytes.count
      else { return nil }
      return .bytes(made)
    case .stream(let produce), .measured(_, let produce):
      return .stream { write in
        guard let gzip = GzipStream() else { throw NoMemory() }
        func send(_ bytes: [UInt8]) throws { if !bytes.isEmpty { try write(bytes) } }
        try produce { try send(gzip.add($0)) }
        try send(gzip.end())
      }
    }
  }

  /// The gzip form was promised in the header fields, and cannot be made.
  private struct NoMemory: Error {}

  /// This answer with one more field of the request that it depends on.
  func varying(by name: String) -> Response {
    with("Vary", (headers.joined("Vary").map { $0 + ", " } ?? "") + name)
  }
}
