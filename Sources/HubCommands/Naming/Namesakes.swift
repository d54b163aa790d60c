import HubConsole
import HubModel
import HubText
import HubWords

/// A record that the caller may see, with what people call it.
struct Namesake {
  let reference: Reference
  /// In each language, and the handle of a person.
  let names: [String]
  let handle: String?
  /// `Workers’ Forum (B-2)`, as it is told.
  let text: String

  init?(_ item: JSON, _ words: Words) {
    guard let reference = item["ref"]?.string.flatMap({ Reference($0) }) else { return nil }
    self.reference = reference
    handle = item["handle"]?.string
    let name = item[reference.type.nameField ?? ""] ?? item["title"]
    let spellings = [name?.string, name?["en"]?.string, name?["fr"]?.string]
    names = spellings.compactMap(\.self).filter { !$0.isEmpty } + [handle].compactMap(\.self)
    let label = name?.string ?? name?[words.language.rawValue]?.string ?? ""
    let shown = label.isEmpty ? names.first ?? "" : label
    let places = [handle.map { "@" + $0 }, reference.description].compactMap(\.self)
    text = "\(shown) (\(places.joined(separator: ", ")))"
  }

  func isCalled(_ text: String) -> Bool { names.contains { Naming.isSame($0, text) } }
}

/// Finds what can be called by a text, by asking the API.
struct Namesakes {
  private let call: Invocation

  init(_ call: Invocation) { self.call = call }

  func person(handle: String) throws -> Namesake? {
    let page = try call.client().json("GET", "/people", query: [("handle", handle)])
    return namesakes(page).first
  }

  /// All of some types that can be meant by a text, and some that cannot.
  func all(_ types: [RecordType], for text: String) throws -> [Namesake] {
    // Of those that have names there are few, and who types one wrongly is told the near ones.
    var found = try types.filter { $0.nameField == "name" }.flatMap { type in
      try pages("/\(type.path)", [("limit", "\(ListPage.most)")])
    }
    let titled = types.filter { $0.nameField == "title" }
    if !titled.isEmpty {
      let query = [(name: "q", value: text), ("limit", "100")]
      found += try pages("/search", query + titled.map { ("type", $0.rawValue) })
    }
    return found
  }

  private func pages(
    _ path: String, _ query: [(name: String, value: String)]
  ) throws -> [Namesake] {
    var found: [Namesake] = []
    var cursor: String?
    repeat {
      let further = cursor.map { [(name: "cursor", value: $0)] } ?? []
      let page = try call.client().json("GET", path, query: query + further)
      found += namesakes(page)
      cursor = page["next"]?.string
    } while cursor != nil
    return found
  }

  private func namesakes(_ page: JSON) -> [Namesake] {
    (page["items"]?.array ?? []).compactMap { Namesake($0, call.words) }
  }
}
