import Foundation
import HubModel
import Testing

/// When the hours are that minutes name, by the clocks and on the day of their meeting.
@Suite struct MeetingHoursTests {
  static func meeting(_ start: String, _ end: String, day: String = "2026-11-12") throws
    -> MeetingHours
  {
    var meeting = Meeting()
    meeting.timeZone = "America/Vancouver"
    let zone = meeting.zone
    func moment(_ text: String) throws -> Moment {
      let own = try #require(Day(day))
      let hour = try #require(HumanDate.hour(text, from: own))
      return Moment(hour.day ?? own, minute: hour.minute, in: zone)
    }
    (meeting.startsAt, meeting.endsAt) = (try moment(start), try moment(end))
    return MeetingHours(meeting)
  }

  @Test(
    arguments: [
      ("13:00", "16:00", "13:05", "2026-11-12 13:05"),
      ("13:00", "16:00", "11:30", "2026-11-12 11:30"),
      ("13:00", "16:00", "1:05", "hourFarFromMeeting"),
      ("13:00", "16:00", "4:40", "hourFarFromMeeting"),
      ("9:00", "12:00", "5:00", "hourFarFromMeeting"),
      ("19:00", "2026-11-13 0:30", "0:45", "2026-11-13 0:45"),
      ("19:00", "22:00", "0:10", "2026-11-13 0:10"),
      ("19:00", "22:00", "9:30", "hourFarFromMeeting"),
      ("9:00", "2026-11-13 16:00", "13:00", "hourNeedsDay"),
      ("9:00", "2026-11-13 16:00", "2026-11-13 15:40", "2026-11-13 15:40"),
      ("13:00", "16:00", "2026-11-11 13:00", "hourFarFromMeeting"),
    ])
  func `an hour is on the day of the meeting, or nobody knows when`(
    start: String, end: String, said: String, expected: String
  ) throws {
    let hours = try Self.meeting(start, end)
    let found = try #require(HumanDate.hour(said, from: Day(number: 0)))
    switch hours.moment(SaidHour(found.day, minute: found.minute)) {
    case .failure(let unplaced): #expect(unplaced.rawValue == expected)
    case .success(let moment):
      let zone = try #require(TimeZone(identifier: "America/Vancouver"))
      let (day, minute) = moment.local(in: zone)
      let minutes = minute % 60
      #expect("\(day) \(minute / 60):\(minutes < 10 ? "0" : "")\(minutes)" == expected)
      guard case .success(let again) = hours.moment(hours.said(moment)) else {
        Issue.record("what is written is not read again")
        return
      }
      #expect(again == moment)
    }
  }

  @Test func `hours and the next meeting are read as people write them in both languages`() {
    let text = """
      - Called to order: 1:05 pm
      - Levée de la séance : 16 h 40
      - Prochaine réunion : 14 janvier 2020 à 13 h
      """
    let (document, faults) = MinutesDocumentTests.parse(text)
    #expect(faults == [])
    #expect(document.calledToOrder == SaidHour(minute: 785))
    #expect(document.adjourned == SaidHour(minute: 1000))
    #expect(document.nextMeeting?.told(in: .en) == "Jan. 14, 2020, 1:00\u{A0}p.m.")
    let day = MinutesDocumentTests.parse("- Next meeting: 14 January 2020\n").document
    #expect(day.nextMeeting?.minute == nil && day.nextMeeting?.told(in: .fr) == "14 janv. 2020")
  }

  @Test(
    arguments: [
      ("- Called to order: soon", "unreadableHour"), ("- Adjourned: 16", "unreadableHour"),
      ("- Next meeting: some day", "unreadableNextMeeting"),
      ("- Next meeting: 14 January 2020, later", "unreadableNextMeeting"),
    ])
  func `what cannot be read is told at its line`(line: String, code: String) {
    let faults = MinutesDocumentTests.parse(line + "\n").faults
    #expect(faults.map(\.code) == [code])
    #expect(faults.first?.position?.line == 3)
  }
}
