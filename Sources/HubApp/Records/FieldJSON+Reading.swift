import HubModel
import HubSQL
import HubText

/// Reads fields from JSON and collects every fault on the way.
struct FieldReader {
  let reading: Reading
  var faults: [Fault] = []
  /// The texts of which somebody says that both languages are right, though one was changed.
  var stillRight: [String] = []
  /// References that were looked up, and those of them that are there and visible.
  private var asked: Set<Reference> = []
  private var known: Set<Reference> = []
  /// What stands in the place of those that were merged.
  private var successors: [Reference: Reference] = [:]

  init(_ reading: Reading) { self.reading = reading }

  /// Looks up at once what the members refer to, so that each need not be asked for by itself.
  mutating func prepare<R: Stored>(_ members: [JSON.Member], of type: R.Type) throws {
    let table = R.table
    var named: Set<Reference> = []
    for member in members where table.refers(member.name) {
      for value in member.value.array ?? [member.value] {
        if let reference = value.string.flatMap({ Reference($0) }) { named.insert(reference) }
      }
    }
    try look(for: named)
  }

  /// Whoever names what was merged means what stands in its place.
  private mutating func look(for named: Set<Reference>) throws {
    let found = try Successors.of(named, in: reading)
    successors.merge(found) { first, _ in first }
    known.formUnion(try Directory.visible(Array(named) + found.values, in: reading))
    asked.formUnion(named)
  }

  /// The cells that a JSON value stands for; nil (and a fault) when it does not fit.
  ///
  /// - Parameter former: the field's cells until now: a patch of a text in one language keeps the
  ///   other one.
  mutating func cells(
    _ value: JSON, _ kind: FieldKind, optional: Bool, former: [Cell], at pointer: String
  ) throws -> [Cell]? {
    if value.isNull {
      if optional || kind.isList { return Self.blank(kind, optional: optional) }
      if case .localized = kind { return [.text(""), .text(""), .null] }
      return fault("required", pointer)
    }
    switch kind {
    case .localized: return localized(value, former: former, at: pointer)
    case .text:
      guard let text = value.string else { return wrongType("text", pointer) }
      return written(text, pointer).map { [.text($0)] }
    case .integer:
      guard let number = value.integer else { return wrongType("integer", pointer) }
      guard FieldLimits.integers.contains(number) else {
        return outOfRange(FieldLimits.integers, pointer)
      }
      return [.integer(number)]
    case .flag:
      guard let flag = value.bool else { return wrongType("flag", pointer) }
      return [.integer(flag ? 1 : 0)]
    case .day:
      guard let text = value.string else { return wrongType("day", pointer) }
      guard let day = Day(text) else { return fault("unreadableDay", pointer, ["text": text]) }
      guard FieldLimits.days.contains(day) else { return outOfRange(FieldLimits.days, pointer) }
      return [.integer(Int64(day.number))]
    case .moment:
      guard let text = value.string else { return wrongType("moment", pointer) }
      guard let moment = Moment(text) else {
        return fault("unreadableMoment", pointer, ["text": text])
      }
      guard FieldLimits.moments.contains(moment) else {
        return outOfRange(FieldLimits.days, pointer)
      }
      return [.integer(moment.milliseconds)]
    case .money: return money(value, former: former, at: pointer)
    case .choice(let words):
      guard let word = value.string else { return wrongType("text", pointer) }
      guard words.contains(word) else { return unknown(word, words, pointer) }
      return [.text(word)]
    case .choices(let words):
      return list(value, at: pointer) { reader, word, pointer in
        words.contains(word) ? word : reader.unknown(word, words, pointer)
      }
    case .words:
      return list(value, at: pointer) { reader, word, pointer in
        FieldLimits.canBeListed(word) ? word : reader.fault("badWord", pointer, ["word": word])
      }
    case .names:
      return list(value, at: pointer) { reader, text, pointer in
        switch ParticipantByName.read(text) {
        case .success(let participant): participant.word
        case .failure(let unreadable):
          reader.fault(unreadable.problem.rawValue, pointer, ["text": text])
        }
      }
    case .reference(let type):
      guard let found = try reference(value, [type], at: pointer) else { return nil }
      return [.integer(found.number)]
    case .anyReference(let types):
      guard let found = try reference(value, types, at: pointer) else { return nil }
      return [.text(found.type.rawValue), .integer(found.number)]
    case .references(let types):
      guard let values = elements(value, pointer) else { return nil }
      let found = try values.enumerated().map {
        try reference($0.element, types, at: "\(pointer)/\($0.offset)")
      }
      let references = found.compactMap(\.self)
      guard references.count == found.count else { return nil }
      return [.text(Self.list(of: references.map(\.description)))]
    case .votes: return votes(value, at: pointer)
    }
  }

  /// A reference that exists and that the caller may see; a person also by `@handle`.
  mutating func reference(_ value: JSON, _ types: [RecordType], at pointer: String) throws
    -> Reference?
  {
    guard let text = value.string else { return wrongType("reference", pointer) }
    if text.hasPrefix("@"), types.contains(.person) {
      let handle = String(text.dropFirst())
      let found: [Person] = try reading.all(where: "t.handle = \(handle)")
      guard let person = found.first else {
        return fault("unknownHandle", pointer, ["handle": handle])
      }
      return person.successor ?? person.reference
    }
    guard let reference = Reference(text) else {
      return fault("badReference", pointer, ["text": text])
    }
    guard types.contains(reference.type) else {
      return fault(
        "wrongReferenceType", pointer,
        ["ref": reference.description, "types": types.map(\.rawValue).joined(separator: ", ")])
    }
    if !asked.contains(reference) { try look(for: [reference]) }
    guard known.contains(reference) else {
      return fault("unknownReference", pointer, ["ref": reference.description])
    }
    guard let successor = successors[reference], known.contains(successor) else { return reference }
    return successor
  }

  private mutating func localized(_ value: JSON, former: [Cell], at pointer: String) -> [Cell]? {
    guard let members = value.object else { return wrongType("localized", pointer) }
    var cells = former.count == 3 && former[0] != .null ? former : [.text(""), .text(""), .null]
    var fits = true
    for member in members {
      switch (member.name, member.value) {
      case ("en", .string(let text)), ("fr", .string(let text)):
        if let text = written(text, "\(pointer)/\(member.name)") {
          cells[member.name == "en" ? 0 : 1] = .text(text)
        } else {
          fits = false
        }
      case ("en", .null): cells[0] = .text("")
      case ("fr", .null): cells[1] = .text("")
      case ("stale", .string(let language)) where Language(rawValue: language) != nil:
        cells[2] = .text(language)
      case ("stale", .null): cells[2] = .null
      case ("stillRight", .bool): break
      case ("stillRight", _):
        _ = wrongType("flag", "\(pointer)/\(member.name)") as [Cell]?
        fits = false
      case ("en", _), ("fr", _), ("stale", _):
        _ = wrongType("text", "\(pointer)/\(member.name)") as [Cell]?
        fits = false
      default:
        _ =
          fault(
            "unknownLanguageMember", Fault.pointer(pointer, member.name), ["word": member.name])
          as [Cell]?
        fits = false
      }
    }
    return fits ? cells : nil
  }

  /// Whether somebody says of a text that both of its languages are right. The member is never part
  /// of a record that is read, so that one that is sent back as it came says nothing.
  func isStillRight(_ value: JSON) -> Bool {
    value["stillRight"]?.bool == true
  }

  /// An amount alone stays in the currency in which the sum was.
  private mutating func money(_ value: JSON, former: [Cell], at pointer: String) -> [Cell]? {
    var usual = "CAD"
    if former.count > 1, case .text(let currency) = former[1], !currency.isEmpty {
      usual = currency
    }
    guard let members = value.object, let amount = value["amount"]?.string,
      members.allSatisfy({ ["amount", "currency"].contains($0.name) }),
      let money = Money(amount: amount, currency: value["currency"]?.string ?? usual)
    else { return wrongType("money", pointer) }
    return [.integer(money.cents), .text(money.currency)]
  }

  private mutating func votes(_ value: JSON, at pointer: String) -> [Cell]? {
    guard let values = elements(value, pointer) else { return nil }
    var words: [String] = []
    for (index, value) in values.enumerated() {
      let group = value["stakeholderGroup"]
      let groupWord = group?.string ?? ""
      guard value.object != nil, group == nil || group == .null || group?.string != nil,
        groupWord.isEmpty || StakeholderGroup(rawValue: groupWord) != nil,
        let inFavour = value["inFavour"]?.integer, let against = value["against"]?.integer,
        let abstained = value["abstained"]?.integer,
        [inFavour, against, abstained].allSatisfy({ (0...1_000_000).contains($0) })
      else { return wrongType("vote", "\(pointer)/\(index)") }
      words.append("\(groupWord)=\(inFavour)/\(against)/\(abstained)")
    }
    return [.text(words.joined(separator: ","))]
  }

  private mutating func list(
    _ value: JSON, at pointer: String, _ read: (inout Self, String, String) -> String?
  ) -> [Cell]? {
    guard let values = elements(value, pointer) else { return nil }
    var words: [String] = []
    for (index, value) in values.enumerated() {
      let place = "\(pointer)/\(index)"
      guard let word = value.string else { return wrongType("text", place) }
      guard let fitting = read(&self, word, place) else { return nil }
      words.append(fitting)
    }
    return [.text(Self.list(of: words))]
  }

  /// The words of a list as its column holds them; one that is sent twice is there once.
  private static func list(of words: [String]) -> String {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }.joined(separator: ",")
  }

  /// A text of blanks alone says nothing: it is as good as none.
  private mutating func written(_ text: String, _ pointer: String) -> String? {
    guard FieldLimits.holds(text) else { return fault("nulCharacter", pointer) }
    return text.allSatisfy(\.isWhitespace) ? "" : text
  }

  /// The elements of a list that is not too long.
  mutating func elements(_ value: JSON, _ pointer: String) -> [JSON]? {
    guard let values = value.array else { return wrongType("list", pointer) }
    guard values.count <= FieldLimits.elements else {
      return fault("listTooLong", pointer, ["most": String(FieldLimits.elements)])
    }
    return values
  }

  private mutating func outOfRange<T, Bound>(
    _ range: ClosedRange<Bound>, _ pointer: String
  ) -> T? {
    fault(
      "outOfRange", pointer, ["least": "\(range.lowerBound)", "most": "\(range.upperBound)"])
  }

  mutating func fault<T>(_ code: String, _ pointer: String, _ arguments: [String: String] = [:])
    -> T?
  {
    faults.append(Fault(code, at: pointer, arguments))
    return nil
  }

  mutating func wrongType<T>(_ wanted: String, _ pointer: String) -> T? {
    fault("wrongType", pointer, ["wanted": wanted])
  }

  mutating func unknown<T>(_ word: String, _ allowed: [String], _ pointer: String) -> T? {
    let nearest = Nearest.word(to: word, among: allowed)
    var arguments = ["word": word, "allowed": allowed.joined(separator: ", ")]
    arguments["nearest"] = nearest
    return fault(nearest == nil ? "unknownChoice" : "unknownChoiceNear", pointer, arguments)
  }

  /// The cells of a field with nothing in it.
  static func blank(_ kind: FieldKind, optional: Bool) -> [Cell] {
    if optional { return kind.columnSuffixes.map { _ in .null } }
    return kind.isList ? [.text("")] : kind.columnSuffixes.map { _ in .null }
  }
}

extension FieldKind {
  /// Whether the field holds any number of values, none of them included.
  var isList: Bool {
    switch self {
    case .choices, .words, .names, .references, .votes: true
    default: false
    }
  }
}
