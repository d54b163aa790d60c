import FoundationEssentials
import HubConsole
import HubCrypto
import HubHTTP
import HubModel
import HubText
import HubWords

/// A file on somebody's machine that is to be kept, looked at before anything is sent.
struct DocumentFile {
  let name: String
  let bytes: [UInt8]

  /// - Throws: `Failure` for a folder, for nothing and for too much, with what to do.
  init(_ path: String, in call: Invocation) throws {
    func refuse(_ key: String, _ more: [String: String] = [:]) -> Failure {
      Failure(.refused, [call.words(key, more.merging(["file": path]) { $1 })])
    }
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw refuse("document.noFile")
    }
    guard !isFolder else { throw refuse("document.isFolder") }
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    let size = (attributes?[.size] as? UInt64).map { Int(clamping: $0) } ?? 0
    guard size <= Document.mostBytes else {
      throw refuse(
        "document.tooLarge",
        [
          "size": call.words.size(size),
          "most": call.words.size(Document.mostBytes),
        ])
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw refuse("file.unreadable")
    }
    guard !data.isEmpty else { throw refuse("document.isEmpty") }
    bytes = [UInt8](data)
    name = path.split(separator: "/").last.map(String.init) ?? path
  }

  /// Whether what was given is an address and no file: whether the hub takes such a one is its own to
  /// say.
  static func isAddress(_ text: String) -> Bool {
    guard let colon = text.firstIndex(of: ":"), colon != text.startIndex,
      !FileManager.default.fileExists(atPath: text)
    else { return false }
    let scheme = text[..<colon].utf8
    return scheme.count > 1
      && scheme.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"): true
        default: false
        }
      }
  }

  /// - Parameter edition: the one that it follows.
  func send(to ref: String, following edition: Int?, in call: Invocation) throws -> HubAnswer {
    var headers = [(name: "Content-Type", value: "application/octet-stream")]
    if let edition { headers.append(("If-Match", "\"\(edition)\"")) }
    let progress = call.progress(call.words("document.sending"), total: bytes.count)
    progress.advance(to: 0)
    let answer = try call.client().send(
      method: "PUT", path: "/documents/\(ref)/contents", query: [("fileName", name)],
      headers: headers, body: bytes)
    progress.finish()
    if answer.status >= 400 { throw Failure(problem: answer) }
    return answer
  }

  /// The checksum as the record has it.
  static func digest(of bytes: [UInt8]) -> String { Digest.hex(SHA256.of(bytes)) }

  /// Under the name that `--out` gives, else in this folder under its own.
  static func save(_ answer: HubAnswer, of ref: String, in call: Invocation) throws {
    let given = answer.header("Content-Disposition").flatMap(ContentDisposition.name)
    var path = call.text("out") ?? plainName(given) ?? ref
    var isFolder = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder {
      path += (path.hasSuffix("/") ? "" : "/") + (plainName(given) ?? ref)
    }
    let bytes = answer.body
    // What it is for whom is nobody's guess: only its owner reads it, until they say otherwise.
    try OutputFile(path, in: call, looking: bytes.count + 1) { $0 == bytes }
      .write(bytes, isConfidential: true, in: call)
    call.say(
      call.words(
        "document.saved",
        ["ref": ref, "file": path, "size": call.words.size(bytes.count)]))
  }

  /// The name that a service gives, where it leads nowhere: a service that is not to be trusted
  /// would else choose which file is written.
  private static func plainName(_ given: String?) -> String? {
    guard let given, let first = given.unicodeScalars.first, first != ".", first != "-",
      given.unicodeScalars.allSatisfy({ scalar in
        let category = scalar.properties.generalCategory
        return scalar != "/" && scalar != "\\" && category != .control && category != .format
      })
    else { return nil }
    return given
  }
}
