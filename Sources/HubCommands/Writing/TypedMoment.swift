import Foundation
import HubConsole
import HubModel
import HubText
import HubWords

/// A moment as somebody typed it: exactly, or by the clocks of the place where it will be.
enum TypedMoment: Sendable {
  case exact(Moment)
  case local(day: Day?, minute: Int)

  var isLocal: Bool {
    if case .local = self { true } else { false }
  }
}

extension ValueKind {
  /// `2027-01-15 13:30`, `friday 13 h 30`, `1:30 pm`; or exactly, as the API has it.
  static let clock = ValueKind("metavariable.moment") { question throws(WrongUsage) in
    try TypedMoment.read(question)
  }
}

extension TypedMoment {
  static func read(_ question: ValueQuestion) throws(WrongUsage) -> TypedMoment {
    if let moment = Moment(question.text) { return .exact(moment) }
    guard let hour = HumanDate.hour(question.text, from: question.globals.today) else {
      throw WrongUsage("usage.clock", ["name": question.name, "value": question.text])
    }
    return .local(day: hour.day, minute: hour.minute)
  }
}

/// By which clocks and on which day a time of a meeting is meant.
struct MeetingClocks {
  private let call: Invocation
  /// The meetings that are being changed; none while one is added.
  private let meetings: [JSON]

  init(_ call: Invocation) throws {
    self.call = call
    meetings = try Self.references(in: call).map {
      try call.client().json("GET", "/meetings/\($0)")
    }
  }

  /// The meetings that are named, themselves or by what belongs to them.
  private static func references(in call: Invocation) throws -> [String] {
    var found: [String] = []
    for reference in call.values.references("reference") {
      switch reference.type {
      case .meeting: found.append(reference.description)
      case let type where type.sharesNumberWithMeeting:
        found.append(Reference(.meeting, reference.number).description)
      case .attendance:
        let record = try call.client().json("GET", "/attendance/\(reference)")
        found += [record["meeting"]?.string].compactMap(\.self)
      default: break
      }
    }
    return found + [call.reference("meeting")?.description].compactMap(\.self)
  }

  /// The zone that is said, else the meeting's own, else that of the network it will be in.
  func zone() throws -> String {
    if let zone = call.text("time-zone") { return zone }
    let zones = Set(meetings.compactMap { $0["timeZone"]?.string })
    if zones.count > 1 {
      throw WrongUsage("usage.clockOfSeveral", ["zones": zones.sorted().joined(separator: ", ")])
    }
    if let zone = zones.first { return zone }
    let client = try call.client()
    var network = call.reference("network")?.description
    if network == nil, let body = call.reference("body") {
      network = try client.json("GET", "/bodies/\(body)")["network"]?.string
    }
    if network == nil { network = try client.json("GET", "/me")["network"]?.string }
    return try client.json("GET", "/networks/\(network ?? "")")["timeZone"]?.string ?? "UTC"
  }

  /// The moment of a typed one.
  ///
  /// - Parameter name: of the option: what has no day is on the day of the other one that is given,
  ///   else on the meeting's own.
  func moment(_ typed: TypedMoment, for name: String) throws -> Moment {
    guard case .local(let day, let minute) = typed else {
      if case .exact(let moment) = typed { return moment }
      return call.now
    }
    if let hours = sitting(for: name) {
      let said = SaidHour(day, minute: minute)
      switch hours.moment(said) {
      case .success(let moment): return moment
      case .failure(let unplaced):
        throw Failure(
          .refused, [call.words.sentence(hours.fault(unplaced, said, at: "", nil))])
      }
    }
    let zone = TimeZone(identifier: try zone()) ?? .gmt
    guard let day = day ?? otherDay(than: name) ?? ownDay(in: zone) else {
      throw WrongUsage("usage.clockNeedsDay", ["name": "--" + name])
    }
    return Moment(day, minute: minute, in: zone)
  }

  /// The hours of the meeting, of whose sitting something is said.
  private func sitting(for name: String) -> MeetingHours? {
    guard !["starts-at", "ends-at", "to"].contains(name), meetings.count == 1,
      let start = meetings[0]["startsAt"]?.string.flatMap({ Moment($0) })
    else { return nil }
    var meeting = Meeting()
    meeting.startsAt = start
    meeting.endsAt = meetings[0]["endsAt"]?.string.flatMap { Moment($0) } ?? start
    meeting.timeZone = meetings[0]["timeZone"]?.string ?? ""
    return MeetingHours(meeting)
  }

  private func otherDay(than name: String) -> Day? {
    for other in ["starts-at", "ends-at"] where other != name {
      for case .local(let day?, _) in call.values.all(other, as: TypedMoment.self) { return day }
    }
    return nil
  }

  private func ownDay(in zone: TimeZone) -> Day? {
    let days = Set(
      meetings.compactMap { $0["startsAt"]?.string.flatMap { Moment($0) }?.local(in: zone).day })
    return days.count == 1 ? days.first : nil
  }
}
