package import HubModel
import HubResources

/// Every sentence and label of the product, in both languages, by key.
///
/// Only the places of the texts are noted when the files are read; a text is made when it is
/// asked for, so that a command that prints three words does not pay for two thousand.
package struct Catalogue: Sendable {
  private let bytes: [UInt8]
  private let entries: [String: Texts]

  private struct Texts {
    let en: Range<Int>
    let fr: Range<Int>
  }

  /// The files embedded in the program.
  package static let shared = Catalogue(
    files: Resource.list(under: "translations").compactMap { path in
      Resource.bytes(path).map { (name: path, bytes: $0) }
    })

  package init(files: [(name: String, text: String)]) {
    var bytes: [UInt8] = []
    for file in files {
      bytes += file.text.utf8
      bytes.append(0x0A)
    }
    self.init(bytes: bytes)
  }

  init(files: [(name: String, bytes: UnsafeBufferPointer<UInt8>)]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(files.reduce(0) { $0 + $1.bytes.count + 1 })
    for file in files {
      bytes += file.bytes
      bytes.append(0x0A)
    }
    self.init(bytes: bytes)
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    entries = bytes.withUnsafeBufferPointer { buffer in
      var entries: [String: Texts] = [:]
      // An entry takes some hundred bytes; growing the table step by step would double the work.
      entries.reserveCapacity(buffer.count / 80)
      var reader = CatalogueReader(buffer, in: 0..<buffer.count)
      while let entry = reader.next() {
        let key = String(decoding: buffer[entry.key], as: UTF8.self)
        entries[key] = Texts(en: entry.en, fr: entry.fr)
      }
      return entries
    }
  }

  package var keys: [String] { entries.keys.sorted() }

  package func has(_ key: String) -> Bool { entries[key] != nil }

  /// The text as it stands in the file, placeholders included; nil where there is no such key.
  package func text(_ key: String, in language: Language) -> String? {
    guard let texts = entries[key] else { return nil }
    return String(decoding: bytes[language == .en ? texts.en : texts.fr], as: UTF8.self)
  }
}
