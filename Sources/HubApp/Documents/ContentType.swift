import HubText

/// What a file is, by its own bytes: what its sender says of it is believed by nobody, since a page
/// that calls itself a picture would run in the browser of whoever opens it.
enum ContentType: String, CaseIterable {
  case pdf = "application/pdf"
  case png = "image/png"
  case jpeg = "image/jpeg"
  case gif = "image/gif"
  case word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
  case excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
  case powerPoint = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
  case openText = "application/vnd.oasis.opendocument.text"
  case openSheet = "application/vnd.oasis.opendocument.spreadsheet"
  case openSlides = "application/vnd.oasis.opendocument.presentation"
  case zip = "application/zip"
  case csv = "text/csv"
  /// A page and a drawing are texts here, whatever a browser could make of them.
  case text = "text/plain"
  case unknown = "application/octet-stream"

  /// - Parameter name: tells a table from another text; nothing else is believed of it.
  init(of bytes: [UInt8], called name: String) {
    if let found = Self.beginning(bytes) {
      self = found == .zip ? Self.inside(bytes) : found
    } else if Self.isText(bytes) {
      self = name.lowercased().hasSuffix(".csv") ? .csv : .text
    } else {
      self = .unknown
    }
  }

  /// The value of `Content-Type`.
  static func field(_ type: String) -> String {
    type.hasPrefix("text/") ? "\(type); charset=utf-8" : type
  }

  /// What a file of it is mostly called.
  static func ending(of type: String) -> String {
    switch ContentType(rawValue: type) ?? .unknown {
    case .pdf: ".pdf"
    case .png: ".png"
    case .jpeg: ".jpg"
    case .gif: ".gif"
    case .word: ".docx"
    case .excel: ".xlsx"
    case .powerPoint: ".pptx"
    case .openText: ".odt"
    case .openSheet: ".ods"
    case .openSlides: ".odp"
    case .zip: ".zip"
    case .csv: ".csv"
    case .text: ".txt"
    case .unknown: ".bin"
    }
  }

  private static func beginning(_ bytes: [UInt8]) -> ContentType? {
    let signs: [(ContentType, [UInt8])] = [
      (.pdf, Array("%PDF-".utf8)), (.png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
      (.jpeg, [0xFF, 0xD8, 0xFF]), (.gif, Array("GIF87a".utf8)), (.gif, Array("GIF89a".utf8)),
      (.zip, [0x50, 0x4B, 0x03, 0x04]), (.zip, [0x50, 0x4B, 0x05, 0x06]),
    ]
    return signs.first { bytes.starts(with: $0.1) }?.0
  }

  /// Office files are archives: what they are stands in the names of what they hold, the first of
  /// which come within some kilobytes.
  private static func inside(_ bytes: [UInt8]) -> ContentType {
    let head = bytes.prefix(64 * 1024)
    let open: [ContentType] = [.openText, .openSheet, .openSlides]
    let own = open.first {
      head.prefix(200).firstRange(of: Array(("mimetype" + $0.rawValue).utf8)) != nil
    }
    if let own { return own }
    guard head.firstRange(of: Array("[Content_Types].xml".utf8)) != nil else { return .zip }
    let folders: [(ContentType, String)] = [
      (.word, "word/"), (.excel, "xl/"), (.powerPoint, "ppt/"),
    ]
    // The list of all names stands at the end.
    let tail = bytes.suffix(64 * 1024)
    return folders.first {
      let name = Array($0.1.utf8)
      return head.firstRange(of: name) != nil || tail.firstRange(of: name) != nil
    }?.0 ?? .zip
  }

  private static func isText(_ bytes: [UInt8]) -> Bool {
    let controls = bytes.contains { $0 < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D].contains($0) }
    return !controls && String(validating: bytes, as: UTF8.self) != nil
  }
}
