import Foundation
import HubModel
import HubResources
import Testing

@testable import HubWords

@Suite("The catalogue")
struct CatalogueTests {
  static let entries: [(key: String, en: String, fr: String)] = {
    var entries: [(key: String, en: String, fr: String)] = []
    for path in Resource.list(under: "translations") {
      guard let bytes = Resource.bytes(path) else { continue }
      func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
      }
      var reader = CatalogueReader(bytes, in: 0..<bytes.count)
      while let entry = reader.next() {
        entries.append((text(entry.key), text(entry.en), text(entry.fr)))
      }
    }
    return entries
  }()

  @Test("has a text in both languages for every key")
  func bothLanguages() {
    #expect(Self.entries.count > 300)
    #expect(Self.entries.filter { $0.en.isEmpty || $0.fr.isEmpty }.map(\.key) == [])
  }

  @Test("has every key once")
  func onlyOnce() {
    let counts = Dictionary(Self.entries.map { ($0.key, 1) }, uniquingKeysWith: +)
    #expect(counts.filter { $0.value > 1 }.keys.sorted() == [])
  }

  @Test("closes every brace it opens")
  func balancedBraces() {
    for entry in Self.entries {
      for text in [entry.en, entry.fr] {
        var depth = 0
        for character in text where depth >= 0 {
          depth += character == "{" ? 1 : character == "}" ? -1 : 0
        }
        #expect(depth == 0, "\(entry.key): \(text)")
      }
    }
  }

  @Test("asks for the same arguments in both languages")
  func sameArguments() {
    for entry in Self.entries {
      #expect(Self.arguments(entry.en) == Self.arguments(entry.fr), "\(entry.key)")
    }
  }

  @Test("follows Canadian French typography")
  func frenchTypography() {
    for entry in Self.entries {
      let text = entry.fr
      for wrong in [" :", " ;", " !", " ?", "\u{A0};", "\u{A0}!", "\u{A0}?", "« ", " »", "'", " %"]
      {
        #expect(!text.contains(wrong), "\(entry.key): “\(wrong)” in \(text)")
      }
      for quote in text.indices where text[quote] == "«" {
        #expect(text[text.index(after: quote)] == "\u{A0}", "\(entry.key): \(text)")
      }
    }
  }

  @Test("calls a thing by one word, of Canada")
  func oneWord() {
    let french = [
      "outil", "enregistrement", "genre", "initié", "illustrati", "édition", "authentifiant",
      "tables d’experts", "posez", "le hub", "du hub", "l’export;", "nom@exemple",
    ]
    for entry in Self.entries {
      for word in french where entry.fr.lowercased().contains(word) {
        Issue.record("\(entry.key): “\(word)” in \(entry.fr)")
      }
      for word in ["programme", " mend", "You are nobody"] where entry.en.contains(word) {
        Issue.record("\(entry.key): “\(word)” in \(entry.en)")
      }
    }
  }

  @Test("has what the sources ask for")
  func hasWhatIsUsed() {
    let sources = SourceText.ofProduct
    let keys = Set(Self.entries.map(\.key))
    for call in ["words(", "wording("] {
      for (key, isWhole) in SourceText.literals(after: call, in: sources)
      where !Self.families.contains(key) {
        let found = isWhole ? keys.contains(key) : keys.contains { $0.hasPrefix(key) }
        #expect(found, "\(call)\"\(key)\")")
      }
    }
    for (key, isWhole) in SourceText.literals(after: "UsageFault(", in: sources) where isWhole {
      let found = keys.contains(key)
      #expect(found, "UsageFault(\"\(key)\")")
    }
    for (key, isWhole) in SourceText.literals(after: "WrongUsage(", in: sources) where isWhole {
      let found = keys.contains(key)
      #expect(found, "WrongUsage(\"\(key)\")")
    }
  }

  @Test("has a sentence for every fault")
  func hasFaults() {
    let sources = SourceText.ofProduct
    let keys = Set(Self.entries.map(\.key))
    for call in ["Fault(", ".fault(", " fault("] {
      for (code, isWhole) in SourceText.literals(after: call, in: sources)
      where isWhole && !code.contains(".") {
        let found = keys.contains("fault.\(code)")
        #expect(found, "\(call)\"\(code)\")")
      }
    }
  }

  /// What is built from the model or from the commands, and held to them by other tests.
  static let families = [
    "type.", "label.", "field.", "state.", "verb.", "choice.", "role.", "visibility.", "language.",
    "command.", "argument.", "option.", "metavariable.", "example.",
  ]

  @Test("has nothing that no source asks for")
  func hasNothingUnused() {
    let sources = SourceText.of("Sources")
    for (key, _, _) in Self.entries where !Self.families.contains(where: key.hasPrefix) {
      let family = key.prefix { $0 != "." }
      // A fault's code and key get "Near" added where there is a near word to suggest.
      let code = key.hasSuffix("Near") ? key.dropLast(4) : key[...]
      let word = String(family == "fault" ? code.dropFirst(6) : code)
      // Either as it stands, or as a family whose last part is built: "status.\\(…".
      let isBuilt = family != "fault" && sources.contains("\"\(family).\\(")
      let isUsed = isBuilt || sources.contains("\"\(word)\"")
      #expect(isUsed, "\(key) is used nowhere")
    }
  }

  /// The names of the arguments, plural ones marked, in a set.
  static func arguments(_ text: String) -> Set<String> {
    Set(
      text.components(separatedBy: "{").dropFirst().compactMap { part in
        part.firstIndex { $0 == "}" || $0 == "|" }.map { String(part[..<$0]) }
      })
  }
}
