package import HubConsole
package import HubModel

/// What people type of the hub's own: days, moments, references and handles.
extension ValueKind {
  /// A day as people type it: `2026-12-03`, `friday`, `+2w`.
  package static let day = ValueKind("metavariable.day") { question throws(WrongUsage) in
    guard let day = HumanDate.day(question.text, from: question.globals.today) else {
      throw WrongUsage("usage.day", ["name": question.name, "value": question.text])
    }
    return day
  }

  /// By when something is to be done: a day, or words such as *at the next meeting*; what the API
  /// takes for it.
  package static let due = ValueKind("metavariable.due") { question throws(WrongUsage) in
    let today = question.globals.today
    if let day = HumanDate.day(question.text, from: today) { return day.description }
    if let day = DueWords.dayBefore(question.text, from: today) {
      throw WrongUsage(
        "usage.dueBeforePeriod",
        ["name": question.name, "value": question.text, "day": day.description])
    }
    guard let due = Due(code: question.text) ?? DueWords.due(question.text, from: today) else {
      throw WrongUsage("usage.due", ["name": question.name, "value": question.text])
    }
    return due.code
  }

  /// RFC 3339.
  package static let moment = ValueKind("metavariable.moment") { question throws(WrongUsage) in
    guard let moment = Moment(question.text) else {
      throw WrongUsage("usage.moment", ["name": question.name, "value": question.text])
    }
    return moment
  }

  /// A person: `@rosa`, `P-3`, or a name.
  package static let person = ValueKind(
    "metavariable.handle", source: .asking("hub complete handle")
  ) { question throws(WrongUsage) in try named(question, [.person]) }

  /// A handle that somebody is given, with or without the `@`, which is not part of it.
  package static let newHandle = ValueKind("metavariable.handle") { question in
    question.text.hasPrefix("@") ? String(question.text.dropFirst()) : question.text
  }

  /// The `@handle` of the caller, read without the `@`.
  package static let handle = ValueKind(
    "metavariable.handle", source: .asking("hub complete handle")
  ) { question in
    question.text.hasPrefix("@") ? String(question.text.dropFirst()) : question.text
  }

  /// A reference to a record of one of these types; of any type when there are none.
  package static func reference(_ types: [RecordType]) -> ValueKind {
    let list = types.map(\.rawValue).joined(separator: ",")
    return ValueKind(
      "metavariable.reference",
      source: .asking("hub complete reference" + (list.isEmpty ? "" : " --type \(list)"))
    ) { question throws(WrongUsage) in try named(question, types) }
  }

  /// A reference as it is written, or what somebody calls a record by, to be looked up.
  private static func named(
    _ question: ValueQuestion, _ types: [RecordType]
  ) throws(WrongUsage) -> any Sendable {
    let reference = Reference(question.text)
    if let reference, types.isEmpty || types.contains(reference.type) { return reference }
    let name = RecordName(question.text, for: question.name, of: types)
    // “A-3” is never a name; “m3” may be somebody's handle.
    if reference == nil ? name.canBeLookedUp : name.canBeHandle {
      return Sought { try name.find(in: $0) }
    }
    let arguments = ["name": question.name, "value": question.text]
    guard reference != nil else { throw WrongUsage("usage.reference", arguments) }
    let prefixes = types.map { $0.prefix + "-…" }.joined(separator: ", ")
    throw WrongUsage("usage.referenceType", arguments.merging(["expected": prefixes]) { $1 })
  }
}

extension Values {
  package func day(_ name: String) -> Day? { all(name, as: Day.self).last }
  package func moment(_ name: String) -> Moment? { all(name, as: Moment.self).last }
  package func reference(_ name: String) -> Reference? { references(name).last }
  package func references(_ name: String) -> [Reference] { all(name, as: Reference.self) }
}
