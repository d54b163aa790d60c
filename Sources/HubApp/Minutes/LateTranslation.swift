import HubModel

/// A translation that is added to minutes after their approval: what was said stays as it was, a
/// language is written that was blank, and the minutes say so.
extension Stored {
  /// Whether nothing changed but that texts which stood in one language stand in the other one as
  /// well.
  func onlyTranslates(_ former: Self) -> Bool {
    let stands =
      former.header.state == header.state
      && former.header.visibility == header.visibility
    let added = Self.fields.compactMap { Self.addedLanguage(in: $0, former, self) }
    return stands && !added.isEmpty
      && Self.fields.allSatisfy {
        $0.cells(of: former) == $0.cells(of: self)
          || Self.addedLanguage(in: $0, former, self) != nil
      }
  }

  /// The languages that were added to texts which stood in the other one.
  func languagesAdded(to former: Self) -> Set<Language> {
    Set(Self.fields.compactMap { Self.addedLanguage(in: $0, former, self) })
  }

  private static func addedLanguage(in field: Field<Self>, _ former: Self, _ new: Self)
    -> Language?
  {
    guard case .localized = field.kind else { return nil }
    let (before, after) = (field.cells(of: former), field.cells(of: new))
    guard before != after, before[0] != .null, after[0] != .null else { return nil }
    var (old, now) = (CellReader(before), CellReader(after))
    let (was, text) = (LocalizedText(from: &old), LocalizedText(from: &now))
    return Language.allCases.first {
      was[$0].isEmpty && !text[$0].isEmpty && !was[$0.other].isEmpty
        && was[$0.other] == text[$0.other]
    }
  }
}

extension Minutes {
  /// Approved, and not out yet: from their publication on they have every language.
  var waitsForTranslations: Bool {
    [State.approved, .withheld].map(\.rawValue).contains(header.state)
  }
}

extension Writing {
  /// Whether approved minutes that are not out yet take a change: it adds a translation.
  func isLateTranslation<R: Stored>(
    _ record: R, _ former: R?, of meeting: ID<Meeting>
  ) throws -> Bool {
    guard let former, record.onlyTranslates(former) else { return false }
    return try load(ID<Minutes>(meeting.number))?.waitsForTranslations ?? false
  }

  /// Notes with approved minutes which languages were added to them later.
  func noteTranslation<R: Stored>(
    _ record: R, _ former: R?, of meeting: ID<Meeting>, on occasion: Occasion
  ) throws {
    guard let former, let minutes = try load(ID<Minutes>(meeting.number)),
      minutes.waitsForTranslations
    else { return }
    let added = record.languagesAdded(to: former).map(\.rawValue)
    let all = Set(minutes.translatedLater).union(added).sorted()
    guard all != minutes.translatedLater else { return }
    try adjust(minutes, on: occasion) { $0.translatedLater = all }
  }
}
