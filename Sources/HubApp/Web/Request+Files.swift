import HubHTTP
import HubModel
import HubText
import HubWords

extension Request {
  /// The agenda or minutes file in the body.
  ///
  /// - Throws: a `Problem` of status 415 for another kind of body, or a compressed one;
  ///   `Refusal.malformed` for a text that it would take too long to compare.
  func file() throws -> [UInt8] {
    let file = try content { ["text/markdown", "text/plain"].contains($0) }
    guard !file.withUnsafeBufferPointer({ CombiningMarks.areTooMany(in: $0) }) else {
      throw Refusal.malformed([Fault("tooManyMarks", ["most": String(CombiningMarks.most)])])
    }
    return file
  }

  /// The language of the answer: `lang` in the query, else what the caller's headers prefer.
  ///
  /// - Throws: `Refusal.malformed` for another language.
  func words() throws -> Words {
    guard let asked = query.first(named: "lang") else {
      return Words(Language(rawValue: language()) ?? .en)
    }
    guard let language = Language(rawValue: asked) else {
      let allowed = Language.allCases.map(\.rawValue).joined(separator: ", ")
      throw Refusal.malformed([
        Fault("unknownChoice", at: "lang", ["word": asked, "allowed": allowed])
      ])
    }
    return Words(language)
  }

  /// What a file is written for; with `stillRight=true` the other language of what it changes is
  /// still right.
  func occasion(of file: Occasion) throws -> Occasion {
    try flag("stillRight") ? file.union(.stillRight) : file
  }

  /// A text in two languages from the query: `note=English / Français`, or `note_en` and
  /// `note_fr`; nil when there is none.
  func text(_ name: String) throws -> LocalizedText? {
    var text = LocalizedText()
    if let line = query.first(named: name) {
      text = LocalizedText(oneLine: line, in: try words().language)
    }
    if let en = query.first(named: name + "_en") { text.en = en }
    if let fr = query.first(named: name + "_fr") { text.fr = fr }
    return text.isEmpty ? nil : text
  }
}

extension Response {
  /// An agenda or minutes file.
  static func markdown(_ text: String) -> Response {
    Response(type: "text/markdown; charset=utf-8", Array(text.utf8))
  }
}

extension JSONWriter {
  /// Faults of a file: `[{"code", "pointer", "detail", "line", "column"}, …]`.
  mutating func faults(_ faults: [Fault], _ words: Words) {
    beginArray()
    for fault in faults {
      beginObject()
      member("code", fault.code)
      member("pointer", fault.pointer)
      member("detail", words.sentence(fault))
      for (name, value) in [("line", fault.position?.line), ("column", fault.position?.column)] {
        key(name)
        if let value { integer(Int64(value)) } else { null() }
      }
      endObject()
    }
    endArray()
  }
}
