import HubConsole
import HubModel
import HubText
import HubWords

/// The dates of a series that is not there yet, from what somebody typed.
struct SeriesDates {
  private let series: MeetingSeries
  private let call: Invocation

  init(_ members: [JSON.Member], _ call: Invocation) throws {
    self.call = call
    let said = JSON.object(members)
    var series = MeetingSeries()
    series.body = call.reference("body").flatMap { ID<Body>($0) } ?? ID(0)
    series.title = LocalizedText(
      en: said["title"]?["en"]?.string ?? "", fr: said["title"]?["fr"]?.string ?? "")
    func word(_ name: String) -> String { said[name]?.string ?? "" }
    series.rhythm = MeetingRhythm(rawValue: word("rhythm")) ?? series.rhythm
    series.weekday = Weekday(rawValue: word("weekday")) ?? series.weekday
    series.every = (said["every"]?.integer).map { Int($0) } ?? series.every
    series.duration = (said["duration"]?.integer).map { Int($0) } ?? series.duration
    series.times = (said["times"]?.integer).map { Int($0) }
    series.hour = word("hour")
    series.startsOn = Day(word("startsOn")) ?? series.startsOn
    series.endsOn = Day(word("endsOn"))
    series.leavingOut = (said["leavingOut"]?.array ?? []).compactMap(\.string)
    self.series = series
    let faults = series.faults()
    guard faults.isEmpty else {
      throw Failure(
        .refused, faults.map(call.words.sentence), pointers: faults.map(\.pointer))
    }
  }

  func tell() {
    if call.globals.json {
      return call.write(JSON.array(series.dates.map { .string($0.description) }).written())
    }
    list()
    call.say(call.words("series.wouldSchedule", ["count": String(count)]))
  }

  var count: Int { series.dates.count }

  /// Each date on a line of its own.
  func list() {
    let language = call.words.language
    let clock = HumanDate.minute(series.hour).map { HumanTime.clock($0, in: language) } ?? ""
    for day in series.dates { call.say("\(day.long(in: language)), \(clock)") }
  }
}
