import Testing

@testable import HubModel

/// People without an account, and counts as people know them, on the lists of minutes files.
@Suite struct PeopleListTests {
  private static func read(_ lines: String) -> (document: MinutesDocument, faults: [Fault]) {
    MinutesDocument.parse(
      Array("# Minutes\n\n- Meeting: M-1\n\(lines)\n".utf8), meetingDay: Day(number: 18_000))
  }

  private static func guest(_ text: String) -> MinutesDocument.Participant? {
    read("- Guests: " + text).document.guests.first
  }

  @Test(arguments: [
    ("Jane Roe", ParticipantByName("Jane Roe")),
    ("Jane Roe (Director)", .init("Jane Roe", function: "Director")),
    (
      "Jane Roe (Director, Ministry of Labour)",
      .init("Jane Roe", function: "Director", organization: "Ministry of Labour")
    ),
    (
      "Jane Roe (Director, Labour Standards; Ministry of Labour)",
      .init("Jane Roe", function: "Director, Labour Standards", organization: "Ministry of Labour")
    ),
    ("Jane Roe (; Ministry of Labour)", .init("Jane Roe", organization: "Ministry of Labour")),
    ("Jeanne d’Or-Roy", .init("Jeanne d’Or-Roy")),
    ("Maria (worker)", .init("Maria", function: "worker")),
    ("“Maria”", .init("Maria")), ("« Agent Roy »", .init("Agent Roy")),
    ("Roe\\, Jane (Director)", .init("Roe, Jane", function: "Director")),
  ])
  func `somebody is named as they were written`(text: String, participant: ParticipantByName) {
    #expect(Self.read("- Guests: " + text).faults == [])
    #expect(Self.guest(text)?.who == .named(participant))
    let again = PersonInFile.named(participant).written
    #expect(Self.guest(again)?.who == .named(participant), "\(again)")
  }

  @Test func `guests, regrets and proxies stand beside people with accounts`() {
    let (document, faults) = Self.read(
      """
      - Present: @ann, Ben Exemple (coordonnateur; à distance) for @dan
      - Guests: Jane Roe (Director, Ministry of Labour); Luis Vega (remote), @eve
      - Excused: Kim Sample (Consul)
      - Absent: @flo
      """)
    #expect(faults == [])
    #expect(document.guests.map(\.remote) == [false, true, false])
    #expect(document.guests.last?.who == .handle("eve"))
    #expect(document.present.last?.remote == true)
    let ben = PersonInFile.named(.init("Ben Exemple", function: "coordonnateur"))
    #expect(document.attendance.first { $0.who == .handle("dan") }?.proxy == ben)
    #expect(document.attendance.filter(\.guest).count == 3)
    let again = MinutesDocument.parse(
      Array(document.written(in: .fr).utf8), meetingDay: Day(number: 18_000))
    #expect(again.document.attendance == document.attendance)
    #expect(document.written(in: .fr).contains("- Invitées et invités\u{A0}: Jane Roe (Director"))
  }

  @Test(arguments: [
    ("- Guests: Jane Roe (Director", "bracketNotClosed"),
    ("- Guests: Jane Roe Director)", "bracketNotClosed"), ("- Guests: (Director)", "nameForm"),
    ("- Guests: Jane", "unreadableHandle"), ("- Guests: jane@example.org", "nameForm"),
    ("- Guests: 12 workers", "nameForm"), ("- Guests: Jane Roe and Luis Vega", "severalNames"),
    ("- Guests: Jane Roe, Executive Director", "functionNotInBrackets"),
    ("- Guests: Jane Roe – director", "functionNotInBrackets"),
    ("- Guests: Jane Roe (Director, Labour, Ministry)", "functionOrOrganization"),
    ("- Guests: Jane Roe (a) (b)", "functionOrOrganization"),
    ("- Guests: Jane Roe, jane roe", "duplicatePerson"),
    ("- Guests: Jane Roe (Director) late", "unreadableAttendance"),
    ("- Guests: Jane Roe for", "unreadableAttendance"),
    ("- Present: @ann for", "unreadableAttendance"),
    ("- Excused: Jane Roe (remote)", "unreadableAttendance"),
    ("- Excused: Jane Roe for @ann", "unreadableAttendance"),
    ("- Present: Jane Roe\n- Excused: Jane Roe", "duplicatePerson"),
    ("- Participants: Jane Roe", "unreadableHeadcount"),
    ("- Participants: 60-70", "unreadableHeadcount"),
    ("- Participants: more than 60", "unreadableHeadcount"),
    ("- Participants: 60+", "unreadableHeadcount"),
    ("- Participants: 60 (Ontario", "bracketNotClosed"),
    ("- Participants: 60 (a / b / c)", "ambiguousSlash"),
    ("- Participants: abuot 60", "unreadableHeadcount"),
  ])
  func `a slip is told`(line: String, code: String) {
    #expect(Self.read(line).faults.map(\.code) == [code])
    #expect(SampleFilesTests.isExplained(code))
  }

  @Test(arguments: [
    "approximately 100", "about 100", "~100", "≈ 100", "environ 100", "100 environ",
    "à peu près 100",
    "Approx. 100",
  ])
  func `a count that nobody made exactly is one`(text: String) {
    let (document, faults) = Self.read("- Participants: " + text)
    #expect(faults == [])
    #expect(document.participants == [.init(100, nil, isApproximate: true)])
    #expect(document.written(in: .fr).contains("environ 100"))
    #expect(document.written(in: .en).contains("approximately 100"))
  }

  @Test func `counts have groups and regions in both languages, and one text stays one`() {
    let (document, faults) = Self.read(
      """
      - Workers: about 60 workers (Okanagan), 12 (Fraser Valley / Vallée du Fraser), 3 (North \\/ South)
      """)
    #expect(faults == [])
    #expect(
      document.workers == [
        .init(60, .worker, isApproximate: true, region: "Okanagan"),
        .init(
          12, .worker, regionNames: LocalizedText(en: "Fraser Valley", fr: "Vallée du Fraser")),
        .init(3, .worker, region: "North / South"),
      ])
    let again = MinutesDocument.parse(
      Array(document.written(in: .fr).utf8), meetingDay: Day(number: 18_000))
    #expect(again.document.workers == document.workers)
  }

  @Test func `what was one text is the same region once it is named in both languages`() {
    typealias Count = MinutesDocument.Headcount
    let named = Count(1, .worker, regionNames: LocalizedText(en: "North", fr: "Nord"))
    for text in ["North", "Nord", "North / Nord"] {
      #expect(named.isOfSame(as: Count(9, .worker, region: text)))
    }
    #expect(!named.isOfSame(as: Count(1, .worker, region: "South")))
    #expect(!named.isOfSame(as: Count(1, .union, region: "North")))
    #expect(!named.isOfSame(as: Count(1, .worker)))
  }
}
