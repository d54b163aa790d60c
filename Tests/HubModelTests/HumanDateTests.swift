import HubModel
import Testing

@Suite("Days and times as people say them")
struct HumanDateTests {
  /// A Tuesday.
  static let today = Day("2019-06-18")!

  @Test(
    "Days are read in both languages",
    arguments: [
      ("2026-12-03", "2026-12-03"), ("today", "2019-06-18"), ("Tomorrow", "2019-06-19"),
      ("yesterday", "2019-06-17"), ("aujourd’hui", "2019-06-18"), ("aujourd'hui", "2019-06-18"),
      ("demain", "2019-06-19"), ("après-demain", "2019-06-20"), ("apres-demain", "2019-06-20"),
      ("hier", "2019-06-17"), ("friday", "2019-06-21"), ("fri", "2019-06-21"),
      ("next Friday", "2019-06-21"), ("vendredi", "2019-06-21"), ("ven.", "2019-06-21"),
      ("vendredi prochain", "2019-06-21"), ("tuesday", "2019-06-25"), ("mardi", "2019-06-25"),
      ("mar", "2019-06-25"), ("+3", "2019-06-21"), ("+3d", "2019-06-21"), ("+3j", "2019-06-21"),
      ("+2w", "2019-07-02"), ("+2s", "2019-07-02"), ("+1m", "2019-07-18"),
      ("in 2 weeks", "2019-07-02"), ("dans 2 semaines", "2019-07-02"),
      ("d’ici 2 semaines", "2019-07-02"), ("d'ici le 1er juillet", "2019-07-01"),
      ("by Friday", "2019-06-21"), ("3 December 2026", "2026-12-03"), ("3 December", "2019-12-03"),
      ("December 3, 2026", "2026-12-03"), ("Dec. 3", "2019-12-03"), ("Dec 3rd", "2019-12-03"),
      ("3 décembre 2026", "2026-12-03"), ("le 3 DECEMBRE", "2019-12-03"),
      ("1er juillet", "2019-07-01"), ("18 juin", "2019-06-18"), ("17 juin", "2020-06-17"),
      ("29 February", "2020-02-29"), ("mar 3 décembre 2019", "2019-12-03"),
      ("Tuesday, December 3, 2019", "2019-12-03"), ("end of month", "2019-06-30"),
      ("end of the month", "2019-06-30"), ("fin du mois", "2019-06-30"),
      ("  demain ", "2019-06-19"),
    ])
  func days(text: String, day: String) {
    #expect(HumanDate.day(text, from: Self.today)?.description == day)
  }

  @Test(
    "What names no day is none",
    arguments: [
      "", "soon", "31 June", "2019-13-01", "2019-6", "fridy", "3", "+", "+3x", "in weeks", "Dec",
      "Monday 3 December 2019", "tomorrow morning", "12/03/2019", "next", "d’ici",
    ])
  func none(text: String) {
    #expect(HumanDate.day(text, from: Self.today) == nil)
  }

  @Test("Days are written as Canadians write them")
  func writing() throws {
    let day = try #require(Day("2026-12-03"))
    #expect(day.long(in: .en) == "Thursday, December 3, 2026")
    #expect(day.long(in: .fr) == "le jeudi 3 décembre 2026")
    #expect(day.short(in: .en) == "Dec. 3, 2026")
    #expect(day.short(in: .fr) == "3 déc. 2026")
    #expect(Day("2026-07-01")?.long(in: .fr) == "le mercredi 1er juillet 2026")
  }

  @Test("What is written long is read again", arguments: Language.allCases)
  func longRoundTrip(language: Language) {
    for number in 17_000..<17_800 {
      let day = Day(number: number)
      #expect(HumanDate.day(day.long(in: language), from: Self.today) == day)
      #expect(HumanDate.day(day.short(in: language), from: Self.today) == day)
    }
  }

  @Test(
    "A day is told from today",
    arguments: [
      (0, "today", "aujourd’hui"), (1, "tomorrow", "demain"), (-1, "yesterday", "hier"),
      (3, "in 3 days", "dans 3\u{A0}jours"), (-13, "13 days ago", "il y a 13\u{A0}jours"),
      (14, "in 2 weeks", "dans 2\u{A0}semaines"), (59, "in 8 weeks", "dans 8\u{A0}semaines"),
      (61, "in 2 months", "dans 2\u{A0}mois"), (-365, "11 months ago", "il y a 11\u{A0}mois"),
    ])
  func relative(days: Int, english: String, french: String) {
    let day = Self.today.adding(days: days)
    #expect(day.relative(to: Self.today, in: .en) == english)
    #expect(day.relative(to: Self.today, in: .fr) == french)
  }

  @Test(
    "Times of day are written as Canadians write them",
    arguments: [
      (540, "9:00\u{A0}a.m.", "9\u{A0}h"), (810, "1:30\u{A0}p.m.", "13\u{A0}h\u{A0}30"),
      (0, "12:00\u{A0}a.m.", "0\u{A0}h"), (725, "12:05\u{A0}p.m.", "12\u{A0}h\u{A0}05"),
    ])
  func clock(minute: Int, english: String, french: String) {
    #expect(HumanTime.clock(minute, in: .en) == english)
    #expect(HumanTime.clock(minute, in: .fr) == french)
    #expect(HumanDate.minute(english) == minute)
    #expect(HumanDate.minute(french) == minute)
  }

  @Test("A range says a.m. or p.m. once when both ends have the same")
  func range() {
    #expect(HumanTime.range(540, 750, in: .en) == "9:00\u{A0}a.m. to 12:30\u{A0}p.m.")
    #expect(HumanTime.range(540, 660, in: .en) == "9:00 to 11:00\u{A0}a.m.")
    #expect(HumanTime.range(540, 750, in: .fr) == "9\u{A0}h à 12\u{A0}h\u{A0}30")
  }

  @Test("Durations are read as they are written", arguments: [1, 45, 60, 90, 125, 720])
  func durations(minutes: Int) {
    for language in Language.allCases {
      #expect(HumanDate.minutes(HumanTime.duration(minutes, in: language)) == minutes)
    }
    #expect(HumanTime.duration(90, in: .en) == "1 h 30 min")
  }
}
