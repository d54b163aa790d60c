import HubModel

/// A source of documents that try the round trip: deterministic, so that a failure repeats.
struct NastyTexts {
  var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func below(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }

  mutating func pick<T>(_ values: [T]) -> T { values[below(values.count)] }

  mutating func maybe<T>(_ value: (inout NastyTexts) -> T) -> T? {
    below(2) == 0 ? nil : value(&self)
  }

  static let words = [
    "Welcome", "Été", "/", "\\/", "\\\\/", "a/b", "\\", "“quoted”", "🌾", "👩🏽‍🌾", "\u{A0}x", "1.", "#",
    "##",
    "@bob", "\\@bob", "by", "\\by", "Friday", "d’ici", "vendredi", "to", "à", "O-3", "O-4,",
    "(consensus)",
    "(vote: 1 for)", "(funding)", "(", ")", ";", ",", "theme:", "||", "M-12", "en:", "fr:",
    "English",
    "2019-07-01", "\\to", "**bold**", "- x", "`code`", "e\u{301}", "Minutes:", "Procès-verbal :",
  ]

  /// One line without blanks around it.
  mutating func line(_ most: Int = 6) -> String {
    let words = (0..<below(most)).map { _ in pick(Self.words) }
    let text = words.joined(separator: " ")
    return String(text.drop { $0 == "\u{A0}" })
  }

  mutating func oneLine() -> LocalizedText { LocalizedText(en: line(), fr: line()) }

  static let lines = [
    "", "", " ", "\t", "# Title", "## Heading", "##Heading", "### English", "### Français",
    "\\### English",
    "\\\\## x", "#### Fine", "- Decision: done", "- Decison: done", "\\- Action: x",
    "- Present: @bob",
    "* Mesure A-3 : faire", "```", "```swift", "~~~~", "~~~", "\\```", "  ```", "\\", "\\\\", "\\ ",
    "en: x",
    "fr : y", "\\en: z", "  indented", "trailing  ", "plain text", "1. one", "> quote", "| a | b |",
    "\u{A0}",
    "\u{FEFF}x", "🌾", "### Outcomes", "- Purpose: decision", "    code",
  ]

  mutating func text() -> String {
    (0..<below(7)).map { _ in pick(Self.lines) }.joined(separator: "\n")
  }

  mutating func prose() -> LocalizedText { LocalizedText(en: text(), fr: text()) }

  mutating func handle() -> String { "p\(below(1_000_000_000))" }

  mutating func day() -> Day { Day(number: 17_000 + below(2000)) }
}

extension NastyTexts {
  mutating func agenda() -> AgendaDocument {
    var agenda = AgendaDocument()
    agenda.title = oneLine()
    agenda.meeting = maybe { Reference(.meeting, Int64($0.below(99))) }
    agenda.revision = maybe { FileRevision($0.below(2) == 0 ? "7" : "7-3f2a91c0") } ?? nil
    agenda.body = maybe { _ in "Plenary / Plénière" }
    agenda.starts = maybe { LocalTime($0.day(), minute: $0.below(1440)) }
    if let starts = agenda.starts {
      agenda.zone = maybe { $0.pick(["America/Vancouver", "UTC", "America/St_Johns"]) }
      agenda.ends = maybe {
        LocalTime(starts.day.adding(days: $0.below(3)), minute: $0.below(1440))
      }
    }
    agenda.mode = maybe { $0.pick(MeetingMode.allCases) }
    agenda.place = oneLine()
    agenda.link = maybe { _ in "https://example.org/a?b=c" }
    agenda.visibility = maybe { $0.pick(Visibility.allCases) }
    agenda.isHeld = below(2) == 0
    agenda.isIllustrative = below(2) == 0
    agenda.languages = maybe { _ in ["en", "fr-CA", "zh-Hant"] } ?? []
    agenda.interpretation = maybe { _ in ["tl"] } ?? []
    agenda.introduction = prose()
    agenda.objectives = prose()
    for _ in 0..<below(4) { agenda.items.append(agendaItem()) }
    return agenda
  }

  private mutating func agendaItem() -> AgendaDocument.Item {
    var item = AgendaDocument.Item()
    item.title = oneLine()
    item.reference = maybe { Reference(.agendaItem, Int64($0.below(99))) }
    item.purpose = maybe { $0.pick(Purpose.allCases) }
    item.session = maybe { $0.pick(Session.allCases) }
    item.duration = maybe { 1 + $0.below(300) }
    item.presenters = (0..<below(3)).map { _ in person() }.sorted {
      $0.handle != nil && $1.handle == nil
    }
    for _ in 0..<below(3) {
      item.papers.append(
        .init(
          Reference(pick(RecordType.allCases), Int64(below(99))),
          role: maybe { $0.pick(ConsiderationRole.allCases) }, decisive: below(2) == 0))
    }
    item.carriedFrom = maybe { Reference(.agendaItem, Int64($0.below(99))) }
    item.visibility = maybe { $0.pick(Visibility.allCases) }
    item.text = prose()
    return item
  }

  mutating func minutes() -> MinutesDocument {
    var minutes = MinutesDocument()
    minutes.title = oneLine()
    minutes.meeting = Reference(.meeting, Int64(below(99)))
    minutes.revision = maybe { FileRevision($0.below(2) == 0 ? "7" : "7-3f2a91c0") } ?? nil
    for _ in 0..<below(4) {
      let others = (0..<below(3)).map { _ in handle() }
      minutes.present.append(.init(handle(), remote: below(2) == 0, votesFor: others))
      minutes.present[minutes.present.count - 1].arrived = maybe { $0.hour() }
      minutes.present[minutes.present.count - 1].left = maybe { $0.hour() }
    }
    minutes.guests = (0..<below(3)).map { _ in .init(person(), remote: below(2) == 0) }
    minutes.excused = (0..<below(3)).map { _ in person() }
    minutes.absent = (0..<below(3)).map { _ in person() }
    minutes.workers = (0..<below(3)).map { _ in headcount(.worker) }
    minutes.participants = (0..<below(3)).map { _ in headcount(pick(StakeholderGroup.allCases)) }
    minutes.calledToOrder = maybe { $0.hour() }
    minutes.adjourned = maybe { $0.hour() }
    minutes.nextMeeting = maybe { random in
      NextMeeting(random.day(), minute: random.maybe { $0.below(1440) })
    }
    minutes.correctionsUntil = maybe { $0.day() }
    var number = 0
    for _ in 0..<below(4) {
      number += 1 + below(3)
      minutes.items.append(minutesItem(number))
    }
    return minutes
  }

  private mutating func hour() -> SaidHour {
    SaidHour(maybe { $0.day() }, minute: below(1440))
  }

  private mutating func headcount(_ group: StakeholderGroup) -> MinutesDocument.Headcount {
    var count = MinutesDocument.Headcount(1 + below(40), group, isApproximate: below(2) == 0)
    let regions = ["Fraser Valley", "a (b), c; d\\", "Île", "Fraser Valley / Vallée", "/", "a\\/b"]
    if below(3) == 0 {
      count.regionNames = LocalizedText(en: pick(regions), fr: pick(["", "(Vallée), / b"]))
    } else {
      count.region = maybe { $0.pick(regions) }
    }
    return count
  }

  /// A word without numbers that no other name has.
  mutating func distinct() -> String {
    String((0..<12).map { _ in Character(Unicode.Scalar(0x61 + UInt8(below(26)))) })
  }

  /// Somebody with an account, or without one under a name that could be something else.
  mutating func person() -> PersonInFile {
    guard below(2) == 0 else { return .handle(handle()) }
    let name = pick(["Jane Roe", "Executive Director", "Éric d’Or", "Roe, Jane"])
    return .named(
      ParticipantByName(
        "\(name) \(distinct())",
        function: maybe { $0.pick(["Director", "Director, Labour Standards", "a (b); c\\"]) },
        organization: maybe { $0.pick(["Ministry of Labour", "Labour, and Skills"]) }))
  }

  private mutating func minutesItem(_ number: Int) -> MinutesDocument.Item {
    var item = MinutesDocument.Item(number: number)
    item.title = oneLine()
    item.reference = maybe { Reference(.agendaItem, Int64($0.below(99))) }
    item.status = pick(AgendaItem.State.allCases)
    item.visibility = maybe { $0.pick(Visibility.allCases) }
    item.recused = (0..<below(3)).map { _ in handle() }
    item.quorumLost = maybe { random in QuorumLoss(at: random.maybe { $0.hour() }) }
    item.notes = prose()
    for _ in 0..<below(5) { item.outcomes.append(outcome()) }
    return item
  }

  private mutating func outcome() -> MinutesDocument.Outcome {
    var outcome = MinutesDocument.Outcome(pick(MinutesDocument.Outcome.Kind.allCases))
    outcome.reference = maybe { random in
      outcome.kind.recordType.map { Reference($0, Int64(random.below(99))) }
    }.flatMap(\.self)
    outcome.text = oneLine()
    outcome.details = prose()
    switch outcome.kind {
    case .information: break
    case .decision:
      for _ in 0..<below(3) {
        outcome.method = .vote
        outcome.votes.append(
          VoteCount(
            group: maybe { $0.pick(StakeholderGroup.allCases) }, inFavour: below(9),
            against: below(9), abstained: below(9)))
      }
    case .action:
      outcome.assignees = Array(Set((0..<below(4)).map { _ in handle() })).sorted()
      outcome.dueOn = maybe { $0.day() }
    case .recommendation:
      outcome.addressees = (0..<below(3)).map { _ in Reference(.organization, Int64(below(99))) }
      outcome.advice = pick(RecommendationKind.allCases)
      outcome.themes = (0..<below(3)).map { _ in pick(["housing", "a, b", "x;(y)", "c\\"]) }
      outcome.area = oneLine()
    }
    return outcome
  }
}
