import Foundation
import HubModel
import HubText
import HubWords

/// Reads the cells of a row as the values that the API takes, and collects every fault on the way.
struct ImportCells {
  let type: RecordType
  var names: ImportNames
  /// The faults of the row that is read.
  private(set) var faults: [Fault] = []
  /// The clocks by which the row's hours are meant.
  var zone = TimeZone.gmt
  /// The day of the last moment of the row: an hour alone is on the same one.
  var lastDay: Day?
  /// In which a refusal tells what can be chosen.
  private let words: Words

  init(_ type: RecordType, _ names: ImportNames, _ words: Words) {
    self.words = words
    self.type = type
    self.names = names
  }

  mutating func begin(zone: TimeZone) {
    faults = []
    lastDay = nil
    self.zone = zone
  }

  /// The value that a cell stands for; nil where it says nothing, or nothing that can be read.
  mutating func value(_ text: String, in column: ImportColumn) throws -> JSON? {
    if let fault = Self.suspicion(of: text, in: column) { return add(fault) }
    switch column.kind {
    case .text where column.member == "handle":
      return .string(String(text.drop { $0 == "@" }))
    case .text, .localized: return .string(text)
    case .integer: return integer(text)
    case .flag: return flag(text)
    case .day: return day(text).map { .string($0.description) }
    case .moment: return moment(text)
    case .money: return money(text)
    case .choice(let words): return choice(text, words, column.member)
    case .choices(let words):
      return list(text) { $0.choice($1, words, column.member) }
    case .words: return list(text) { .string($0.word($1, column.member)) }
    case .reference(let type): return try reference(text, [type])
    case .anyReference(let types): return try reference(text, types)
    case .references(let types): return try list(text) { try $0.reference($1, types) }
    case .names, .votes: return nil
    }
  }

  /// A formula, or what no spreadsheet shows. A sum below zero, a telephone number, a handle and a
  /// list with dashes are none.
  private static func suspicion(of text: String, in column: ImportColumn) -> Fault? {
    let isControl = { (scalar: Unicode.Scalar) in
      scalar.value < 0x20 && scalar != "\n" && scalar != "\t"
        || (0x7F...0x9F).contains(scalar.value)
    }
    if text.unicodeScalars.contains(where: isControl) { return Fault("cellControlCharacter") }
    let rest = text.dropFirst()
    let isNumber = {
      rest.utf8.contains { (0x30...0x39).contains($0) }
        && rest.allSatisfy { $0.isNumber || " ().,-/\u{A0}\u{202F}$%".contains($0) }
    }
    switch text.first {
    case "=": return Fault("cellFormula", ["text": String(text.prefix(60))])
    case "@":
      let isHandle = rest.split(separator: ";").allSatisfy {
        Person.isHandle($0.drop { $0 == " " || $0 == "@" }.lowercased())
      }
      return isHandle && !rest.isEmpty
        ? nil : Fault("cellFormula", ["text": String(text.prefix(60))])
    case "+", "-":
      if isNumber() || column.isProse && rest.first == " " { return nil }
      return Fault("cellFormula", ["text": String(text.prefix(60))])
    default: return nil
    }
  }

  private mutating func add<T>(_ fault: Fault) -> T? {
    faults.append(fault)
    return nil
  }

  /// `3`, and `3,0` or `1 200` as spreadsheets write it.
  private mutating func integer(_ text: String) -> JSON? {
    var digits = text.filter { !" \u{A0}\u{202F}".contains($0) }
    for end in [",0", ".0", ",00", ".00"] where digits.hasSuffix(end) {
      digits.removeLast(end.count)
      break
    }
    return Int64(digits).map { .integer($0) }
      ?? add(Fault("cellNumber", ["text": text]))
  }

  private mutating func flag(_ text: String) -> JSON? {
    let plain = Naming.letters(text)
    if ["true", "1", "vrai", "x"].contains(plain) { return true }
    if ["false", "0", "faux"].contains(plain) { return false }
    for words in [Words(.en), Words(.fr)] {
      if plain == Naming.letters(words("yes")) { return true }
      if plain == Naming.letters(words("no")) { return false }
    }
    return add(Fault("cellYesOrNo", ["text": text]))
  }

  private mutating func day(_ text: String) -> Day? {
    switch TableDay.read(text) {
    case .day(let day): return day
    case .twoWays(let first, let second):
      return add(
        Fault(
          "dayTwoWays",
          ["text": text, "first": first.description, "second": second.description]))
    case .withoutYear: return add(Fault("dayWithoutYear", ["text": text]))
    case .unreadable: return add(Fault("unreadableDay", ["text": text]))
    }
  }

  /// A day and an hour by the clocks of the place; an hour alone is on the day of the one before.
  private mutating func moment(_ text: String) -> JSON? {
    if let moment = Moment(text) {
      lastDay = moment.local(in: zone).day
      return .string(moment.description)
    }
    let (date, clock) = Self.split(text)
    guard let minute = HumanDate.minute(clock) else {
      return add(Fault("cellMoment", ["text": text]))
    }
    guard let day = date.isEmpty ? lastDay : day(date) else {
      return faults.isEmpty ? add(Fault("cellMoment", ["text": text])) : nil
    }
    lastDay = day
    return .string(Moment(day, minute: minute, in: zone).description)
  }

  /// `2026-12-03 13:30:00` as the day and the hour; seconds that are none are left out.
  private static func split(_ text: String) -> (day: String, clock: String) {
    var text = text
    if let mark = text.firstIndex(of: "T"), text.utf8.count >= 16,
      text[..<mark].allSatisfy({ $0.isNumber || $0 == "-" })
    {
      text.replaceSubrange(mark...mark, with: " ")
    }
    let words = text.split(separator: " ")
    // The hour is the longest end of the text that is one.
    for count in stride(from: min(4, words.count), through: 1, by: -1) {
      var clock = words.suffix(count).joined(separator: " ")
      if clock.split(separator: ":").count == 3, clock.hasSuffix(":00") { clock.removeLast(3) }
      guard HumanDate.minute(clock) != nil else { continue }
      var day = words.dropLast(count)
      if let last = day.last, ["à", "at", "a"].contains(last) { day.removeLast() }
      let date = day.joined(separator: " ")
      return (date.hasSuffix(",") ? String(date.dropLast()) : date, clock)
    }
    return (text, "")
  }

  private mutating func money(_ text: String) -> JSON? {
    switch Money.written(text) {
    case .sum(let money):
      return ["amount": .string(money.amount), "currency": .string(money.currency)]
    case .twoWays(let whole, let part):
      return add(Fault("moneyTwoWays", ["text": text, "whole": whole, "part": part]))
    case .unreadable: return add(Fault("cellMoney", ["text": text]))
    }
  }

  /// One of some words, as the API has it or as it is printed in either language.
  private mutating func choice(_ text: String, _ words: [String], _ member: String) -> JSON? {
    if words.contains(text) { return .string(text) }
    let plain = Naming.letters(text)
    let meant = words.filter { word in
      Naming.letters(word) == plain
        || [Words(.en), Words(.fr)].contains { Naming.letters(label(word, member, $0)) == plain }
    }
    if meant.count == 1 { return .string(meant[0]) }
    let labels = words.flatMap { word in
      [Words(.en), Words(.fr)].map { label(word, member, $0) }
    }
    let nearest = Nearest.word(to: text, among: words + labels)
    let allowed = words.map { label($0, member, self.words) }
    var arguments = ["word": text, "allowed": allowed.joined(separator: ", ")]
    arguments["nearest"] = nearest
    return add(Fault(nearest == nil ? "unknownChoice" : "unknownChoiceNear", arguments))
  }

  private func label(_ word: String, _ member: String, _ words: Words) -> String {
    switch member {
    case "state": words.state(word, of: type)
    case "visibility": Visibility(rawValue: word).map(words.visibility) ?? word
    default: words.choice(word, field: member, of: type)
    }
  }

  /// The code of a word of a list that is printed so; itself where it is no known one.
  private func word(_ text: String, _ member: String) -> String {
    guard ["languages", "languagesOfService", "interpretation"].contains(member) else {
      return text
    }
    let plain = Naming.letters(text)
    return Self.languages[plain] ?? text
  }

  /// Language tags by what they are called in English and in French.
  private static let languages: [String: String] = {
    var tags: [String: String] = [:]
    for tag in Locale.LanguageCode.isoLanguageCodes.map(\.identifier) where tag.utf8.count == 2 {
      for language in Language.allCases {
        let name = Naming.letters(LanguageTag.name(tag, in: language))
        if name != tag { tags[name] = tag }
      }
    }
    return tags
  }()

  /// The parts of a cell, with a semicolon between them: a comma can be part of a name.
  private mutating func list(
    _ text: String, _ read: (inout Self, String) throws -> JSON?
  ) rethrows -> JSON? {
    let parts = text.split(separator: ";").map { String($0.drop { $0 == " " }) }.map {
      String($0.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
    if parts.count == 1, text.contains(",") || text.contains("|") {
      // One record whose own name has a comma.
      let before = faults
      if let value = try read(&self, text), case .string(let word) = value, word != text {
        return .array([value])
      }
      faults = before
      return add(Fault("cellList", ["text": text]))
    }
    var values: [JSON] = []
    for part in parts {
      if let value = try read(&self, part) { values.append(value) }
    }
    return values.count == parts.count ? .array(values) : nil
  }

  /// A record by its reference, a person by `@handle`, anything by a name that it alone has.
  private mutating func reference(_ text: String, _ types: [RecordType]) throws -> JSON? {
    if text.hasPrefix("@") || Reference(text) != nil { return .string(text) }
    var found: [Reference] = []
    for type in types { found += try names.references(type, called: text) }
    if found.count == 1 { return .string(found[0].description) }
    guard found.isEmpty else {
      return add(
        Fault(
          "ambiguousName",
          ["text": text, "refs": found.prefix(8).map(\.description).joined(separator: ", ")]))
    }
    let nearest = try types.lazy.compactMap { try names.nearest($0, to: text) }.first
    var arguments = ["text": text]
    arguments["nearest"] = nearest
    return add(Fault(nearest == nil ? "unknownName" : "unknownNameNear", arguments))
  }
}
