import HubModel
import HubWords

/// What every export of a meeting says first and last.
extension MeetingHead {
  typealias Line = ExportDocument.Line

  func document(
    _ kind: LocalizedText, _ coverage: Coverage, facts: [ExportDocument.Fact] = [],
    banners first: [ExportDocument.Banner] = [], sections: [ExportDocument.Section]
  ) -> ExportDocument {
    let named = [body, network].compactMap(\.self).filter { $0.label != title }
    let unique = named.enumerated().filter { index, name in
      !named[..<index].contains { $0.label == name.label }
    }
    return ExportDocument(
      kind: kind, title: title,
      subtitle: .joined(
        unique.map { Line($0.element, withReference: false) }, by: " · "),
      reference: reference, banners: first + banners(coverage), facts: ownFacts + facts,
      sections: sections, colophon: colophon(coverage))
  }

  /// What the meeting is for; nil where nobody said it.
  var opening: ExportDocument.Section? {
    let texts = [introduction, objectives].compactMap(\.self).filter { !$0.isEmpty }
    guard !texts.isEmpty else { return nil }
    return .init(
      anchor: "opening", title: .words("export.purpose"), blocks: texts.map { .prose($0) })
  }

  private var ownFacts: [ExportDocument.Fact] {
    var facts = [
      ExportDocument.Fact(label: .words("export.when"), value: when),
      ExportDocument.Fact(label: .words("export.where"), value: location),
    ]
    if !languages.isEmpty {
      facts.append(.init(label: .words("export.languages"), value: Line(spoken)))
    }
    if state != Meeting.State.held.rawValue {
      facts.append(
        .init(label: .field("state", of: .meeting), value: Line(.state(state, of: .meeting))))
    }
    facts.append(.init(label: .type(.minutes), value: Line(standing)))
    if !documents.isEmpty {
      facts.append(
        .init(label: .types(.document), value: .joined(documents.map(\.line), by: "; ")))
    }
    return facts
  }

  /// The day, the hours, and whose clocks show them.
  private var when: Line {
    let zone = TimeZoneName(timeZone)
    let (day, from) = startsAt.local(in: zone.zone)
    let (lastDay, to) = endsAt.local(in: zone.zone)
    let hours = LocalizedText.each { words in
      lastDay == day
        ? HumanTime.range(from, to, in: words.language)
        : "\(HumanTime.clock(from, in: words.language)) – \(lastDay.short(in: words.language)), "
          + HumanTime.clock(to, in: words.language)
    }
    let date = LocalizedText(
      en: day.long(in: .en), fr: String(day.long(in: .fr).drop { $0 != " " }.dropFirst()))
    return Line(pieces: [
      .said(date), .said(LocalizedText(same: ", ")), .said(hours),
      .remark(.init(.words("export.zone", ["place": LocalizedText(same: zone.place)]))),
    ])
  }

  private var location: Line {
    let mode = LocalizedText.choice(mode.rawValue, "mode", of: .meeting)
    guard let place, !place.isEmpty else { return Line(mode) }
    return Line(pieces: [.said(place), .remark(.init(mode))])
  }

  private var spoken: LocalizedText {
    .each { words in
      let names = { (tags: [String]) in
        tags.map { LanguageTag.name($0, in: words.language) }.joined(separator: ", ")
      }
      let spoken = names(languages)
      guard !interpretation.isEmpty else { return spoken }
      let into = names(interpretation)
      return words("export.interpretation", ["spoken": spoken, "languages": into])
    }
  }

  private var standing: LocalizedText {
    guard let minutes else { return .words("export.noMinutes") }
    let state = LocalizedText.state(minutes.state, of: .minutes)
    guard minutes.edition > 1 else { return state }
    return .words(
      "export.edition", ["state": state, "number": LocalizedText(same: String(minutes.edition))])
  }

  private func banners(_ coverage: Coverage) -> [ExportDocument.Banner] {
    var banners: [ExportDocument.Banner] = []
    if coverage.visibility != .public {
      let audience = LocalizedText.words("exportAudience.\(coverage.visibility.rawValue)")
      banners.append(
        .init(
          tone: .restricted, title: .words("export.restricted"),
          text: .words("export.restrictedText", ["audience": audience])))
    }
    if illustrative {
      banners.append(
        .init(
          tone: .illustrative, title: .words("export.illustrative"),
          text: .words("export.illustrativeMeeting")))
    }
    if let erratum = minutes?.erratum, !erratum.isEmpty {
      banners.append(
        .init(tone: .plain, title: .field("erratum", of: .minutes), text: erratum))
    }
    for language in minutes?.translatedLater ?? [] {
      banners.append(
        .init(
          tone: .plain, title: .words("export.translatedLater"),
          text: .words("translatedLater.\(language)")))
    }
    return banners
  }

  private func colophon(_ coverage: Coverage) -> [LocalizedText] {
    let zone = TimeZoneName(timeZone).zone
    let day = coverage.modified.local(in: zone).day
    return [
      .words(
        "export.asOf", ["ref": LocalizedText(same: reference.description), "day": .day(day)])
    ]
  }
}
