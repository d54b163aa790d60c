import Foundation
import HubApp
import HubConsole
import HubModel
import HubTestKit
import Testing

@testable import HubCommands

/// The sample network after its first meetings: the agendas and minutes of the examples are in it,
/// and what follows from them, so that of every kind of record there is one.
enum SampleStory {
  /// Told once; whoever changes something does so in a transaction that is undone.
  static let hub = Result { try tell() }

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// A day, who acts, and what they type.
  private static let steps = [
    "2016-12-05 @staff-forum agenda publish agendas/2016-11-23-forum.md",
    "2016-12-05 @staff-forum minutes save agendas/minutes/2016-11-23-forum.md",
    "2019-03-26 @housing-facilitator agenda publish agendas/2019-04-09-working-group.md",
    "2019-04-10 @housing-facilitator minutes save agendas/minutes/2019-04-09-working-group.md",
    "2019-04-30 @housing-facilitator recommendation submit R-24",
    "2019-04-30 @housing-facilitator recommendation edit R-24 --share-with B-1 --share-with B-5",
    "2019-04-30 @housing-facilitator recommendation submit R-25",
    "2019-04-30 @housing-facilitator recommendation edit R-25 --share-with B-1 --share-with B-5",
    "2019-05-01 @facilitator agenda publish agendas/2019-05-14-plenary.md",
    "2019-05-15 @facilitator minutes save agendas/minutes/2019-05-14-plenary.md",
    "2019-06-17 @funder funding add --network N-1 --funder O-13 --kind allocation --title-en A "
      + "--title-fr B",
    "2019-06-17 @funder basis add --funding-decision F-6 --conclusion R-24 --influence cited "
      + "--evidence-en A --evidence-fr B",
    "2019-06-18 @staff-bc person add --handle rosa --name Rosa --network N-1",
    "2019-06-18 @staff-bc membership add --body B-1 --person @rosa --role member --starts today",
  ]

  private static func tell() throws -> Hub {
    let clock = StoryClock()
    let hub = try Hub.open(":memory:", create: true, clock: { clock.now })
    try Sample.load(into: hub)
    for step in steps {
      let words = step.split(separator: " ").map(String.init)
      clock.day = words[0]
      let line = words.dropFirst(2).map { $0.hasPrefix("agendas/") ? "\(root)/\($0)" : $0 }
      let call = CommandOnHub.run(hub, line + ["--as", words[1], "--clock", clock.now.description])
      guard call.status == .done else { throw Untold(step: step, why: call.errors) }
    }
    clock.day = "2019-06-20"
    return hub
  }

  struct Untold: Error {
    let step: String
    let why: String
  }

  /// Does something in the story and undoes it.
  static func trying<T>(_ body: (Hub) throws -> T) throws -> T {
    var result: T?
    do {
      try hub.get().together { bound in
        result = try body(bound)
        throw Undone()
      }
    } catch is Undone {}
    return try #require(result)
  }

  private struct Undone: Error {}
}

/// The clock of a story, at noon of a day.
private final class StoryClock: @unchecked Sendable {
  var day = "2016-12-01"
  var now: Moment { Moment("\(day)T19:00:00Z") ?? Moment(milliseconds: 0) }
}
