/// Somebody at a meeting who has no account: a name, a function and an organization as text.
public struct NamedParticipant: Sendable, Hashable {
  public var name: String
  public var function: String?
  public var organization: String?

  public init(name: String, function: String? = nil, organization: String? = nil) {
    (self.name, self.function, self.organization) = (name, function, organization)
  }

  /// `Jane Roe (Director, Ministry of Labour)`; of what stands in brackets the first part is the
  /// function. A text that has no such form is the name as it is, and `fault` tells it.
  public init(_ text: some StringProtocol) {
    let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard text.hasSuffix(")"), let open = text.firstIndex(of: "(") else {
      self.init(name: NameForm.unquoted(text).name)
      return
    }
    let inside = text[text.index(after: open)...].dropLast()
    let parts = inside.split(separator: ",", maxSplits: 1).map(Self.trimmed)
    self.init(
      name: NameForm.unquoted(Self.trimmed(text[..<open])).name, function: parts.first,
      organization: parts.dropFirst().first)
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  /// As people write it.
  public var written: String {
    let more = [function, organization].compactMap(\.self)
    return more.isEmpty ? name : "\(name) (\(more.joined(separator: ", ")))"
  }

  /// Why it is not one person by name; nil where it is.
  ///
  /// - Parameter text: as it was typed.
  public static func fault(in text: some StringProtocol, at pointer: String) -> Fault? {
    let one = NamedParticipant(text)
    let typed = ["text": String(text)]
    if text.count(where: { $0 == "(" }) != text.count(where: { $0 == ")" }) {
      return Fault("unclosedParticipant", at: pointer, typed)
    }
    let inside = (one.function ?? "") + (one.organization ?? "")
    guard !one.name.isEmpty, one.name.contains(where: \.isLetter),
      !one.name.contains(where: { "(),;@:/".contains($0) }), !inside.contains(";"),
      !inside.contains("@")
    else { return Fault("participantNotRead", at: pointer, typed) }
    let words = one.name.lowercased().split(separator: " ")
    return words.contains { ["and", "et", "&"].contains($0) }
      ? Fault("severalParticipants", at: pointer, typed) : nil
  }
}

extension NamedParticipant: FieldValue {
  public static var kind: FieldKind { .text }
  public init(from cells: inout CellReader) { self.init(cells.text()) }
  public func write(to cells: inout [Cell]) { cells.append(.text(written)) }
  public func put(into output: any FieldOutput) { output.put(written) }
  public var isBlank: Bool { name.isEmpty }
}
