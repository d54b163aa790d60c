import HubModel
import HubSQL
import HubText

/// What is left of a person who is expunged.
enum PersonExpunction {
  /// The texts by which the person is named anywhere: every name, handle and address that the
  /// record ever had.
  ///
  /// A name of one word could be anybody's, so it is only taken out of the person's own record and
  /// history. A handle is found where it is written with its `@`.
  ///
  /// - Parameter also: other spellings of these.
  static func erasure(
    for person: Person, also: [String], in reading: Reading
  ) throws -> Erasure {
    var names: Set = [person.name]
    var handles: Set = [person.handle]
    var emails: Set<String> = []
    if let email = person.email { emails.insert(email) }
    try reading.connection.forEach(
      """
      SELECT h.content FROM records r JOIN history h ON h.record = r.id \
      WHERE r.type = 'person' AND r.number = \(person.header.number) AND h.content IS NOT NULL
      """
    ) { row in
      let change = (try? JSON(parsing: row.string(0)))?["change"]
      if let name = change?["name"]?.string { names.insert(name) }
      if let handle = change?["handle"]?.string { handles.insert(handle) }
      if let email = change?["email"]?.string { emails.insert(email) }
      return true
    }
    let neutral = Expunction.neutralName(person.header.number)
    var erasure = Erasure()
    for name in names where name.contains(" ") && name != neutral {
      erasure.add(name, replacement: .always(neutral))
    }
    for handle in handles where handle != neutral {
      erasure.add("@\(handle)", replacement: .always("@\(neutral)"))
    }
    for email in emails { erasure.add(email, replacement: .always(neutral)) }
    for spelling in also { erasure.add(spelling, replacement: .always(neutral)) }
    return erasure
  }

  /// Whether nothing of the record says any more who it was.
  static func isDone(_ person: Person) -> Bool {
    let neutral = Expunction.neutralName(person.header.number)
    return person.name == neutral && person.handle == neutral && person.email == nil
      && person.function == nil && person.duties.isEmpty && person.hubRole == .none
  }

  /// The person's own record, without anything that says who it was.
  static func apply(to person: inout Person) {
    let neutral = Expunction.neutralName(person.header.number)
    person.name = neutral
    person.handle = neutral
    person.email = nil
    person.function = nil
    person.duties = []
    person.hubRole = .none
  }

  /// The same in the content of an entry of the person's own history; how many places it were.
  static func apply(to content: inout JSON, number: Int64) -> Int {
    let neutral = JSON.string(Expunction.neutralName(number))
    var places = 0
    guard let members = content.object else { return 0 }
    content = .object(
      members.map { member in
        guard member.name == "change", let change = member.value.object else { return member }
        let replaced = change.map { field -> JSON.Member in
          let value: JSON
          switch field.name {
          case "name", "handle": value = neutral
          case "email", "function": value = .null
          default: return field
          }
          if field.value != value { places += 1 }
          return JSON.Member(name: field.name, value: value)
        }
        return JSON.Member(name: member.name, value: .object(replaced))
      })
    return places
  }

  /// - Throws: `Refusal.conflict` for the last admin: nobody could do anything about it after.
  static func check(_ person: Person, in reading: Reading) throws {
    guard person.hubRole == .admin else { return }
    let others = try reading.connection.first(
      """
      SELECT COUNT(*) FROM people WHERE hub_role = 'admin' AND number <> \(person.header.number)
      """, { $0.int(0) })
    if others == 0 { throw Refusal.conflict(Fault("lastAdmin")) }
  }
}
