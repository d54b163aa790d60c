import HubConsole
import HubModel
import HubWords

/// What people type for the fields of a record: words that are chosen, sums, orders.
extension ValueKind {
  /// One of some words of the model, as the API has it, or as it is printed in either language.
  ///
  /// - Parameter label: how a word is printed.
  static func word(
    _ words: [String], _ label: @escaping @Sendable (String, Words) -> String
  ) -> ValueKind {
    ValueKind("metavariable.choice", source: .words(words)) { question throws(WrongUsage) in
      let typed = question.text
      if words.contains(typed) { return typed }
      let meant = words.filter { word in
        let printed = Language.allCases.map { label(word, Words($0)) }
        return ([word, Option.name(for: word)] + printed).contains { Naming.isSame($0, typed) }
      }
      if meant.count == 1, let only = meant.first { return only }
      let own = question.globals.words
      let shown = words.map { label($0, own) }
      throw WrongUsage(
        "usage.choice",
        ["name": question.name, "value": typed, "choices": shown.joined(separator: ", ")],
        near: typed, among: shown)
    }
  }

  /// One of the words of a field.
  static func choice(_ words: [String], field: String, of type: RecordType) -> ValueKind {
    .word(words) { $1.choice($0, field: field, of: type) }
  }

  static func state(_ states: [String], of type: RecordType) -> ValueKind {
    .word(states) { $1.state($0, of: type) }
  }

  static let visibility = ValueKind.word(Visibility.allCases.map(\.rawValue)) { word, words in
    Visibility(rawValue: word).map(words.visibility) ?? word
  }

  /// `true` or `false`, or yes or no in either language.
  static let yesOrNo = ValueKind.word(["true", "false"]) { word, words in
    words(word == "true" ? "yes" : "no")
  }

  /// The same, or a word for those that have none: `nobody`, « aucune ».
  var orNone: ValueKind {
    let none = Language.allCases.flatMap { Words($0)("filter.noneWords").split(separator: " ") }
    return or { typed in
      let isNone = typed.allSatisfy(\.isWhitespace) || none.contains { Naming.isSame($0, typed) }
      return isNone ? Nothing() : nil
    }
  }

  /// A sum as people write it.
  static let money = ValueKind("metavariable.money") { question throws(WrongUsage) in
    var arguments = ["name": question.name, "value": question.text]
    switch Money.written(question.text) {
    case .sum(let money): return money
    case .twoWays(let whole, let part):
      arguments["whole"] = whole
      arguments["part"] = part
      throw WrongUsage("usage.moneyTwoWays", arguments)
    case .unreadable: throw WrongUsage("usage.money", arguments)
    }
  }

  /// The order of a list: a field by its name, by its option or by its label, with a minus before
  /// it for the reverse; read as the API has it.
  static func order(of type: RecordType) -> ValueKind {
    ValueKind("metavariable.choice") { question throws(WrongUsage) in
      let typed = question.text.drop { $0 == "-" }
      let sign = question.text.hasPrefix("-") ? "-" : ""
      let all = Kinds.kind(of: type).fieldSummaries
      // What was said in words is sorted by the day that follows from it.
      let fields = all.filter { field in !all.contains { $0.name == field.name + "On" } }
      let meant = fields.filter { field in
        let printed = Language.allCases.map { Words($0).field(field.name, of: type) }
        return ([field.name, FieldOption.name(of: field)] + printed)
          .contains { Naming.isSame($0, typed) }
      }
      // What is no field is the API's to judge: it knows what can be sorted by.
      return sign + (meant.count == 1 ? meant[0].name : String(typed))
    }
  }
}

extension GlobalOptions {
  /// The words in which the caller is spoken to.
  var words: Words { Words(Language(rawValue: language) ?? .en) }
}
