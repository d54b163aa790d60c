import Foundation
package import HubConsole
package import HubModel
package import HubWords

/// A call of a command of the hub: its words, its time, and its values of the hub's own.
extension Invocation {
  package var words: Words { Words(Language(rawValue: globals.language) ?? .en) }

  /// The time that `--clock` fixes, else the machine's.
  package var now: Moment { globals.now }

  /// By whose clocks the days and hours of this call are told.
  package var places: Places { once { Places.ask(self) } }

  /// The day it is in the caller's network.
  package var today: Day { now.local(in: places.own).day }

  /// The global options with the network's day, where something that was typed counts from it.
  func settled(for given: [(kind: String, text: String)]) -> GlobalOptions {
    let days = ["metavariable.day", "metavariable.moment", "metavariable.due"]
    guard given.contains(where: { days.contains($0.kind) && countsFromToday($0.text) })
    else { return globals }
    var globals = globals
    globals.set(today: today)
    return globals
  }

  /// Whether it makes a difference for a text of a day which of the days it is that it can be
  /// anywhere on Earth.
  private func countsFromToday(_ text: String) -> Bool {
    let day = now.local(in: .gmt).day
    let meant = (-1...1).map { offset in
      let today = day.adding(days: offset)
      let day = HumanDate.day(text, from: today) ?? HumanDate.hour(text, from: today)?.day
      return day ?? DueWords.due(text, from: today)?.lastDay
    }
    return Set(meant).count > 1
  }

  package func day(_ name: String) -> Day? { values.day(name) }
  package func reference(_ name: String) -> Reference? { values.reference(name) }

  /// A required argument; it was checked before the command ran.
  package func requiredReference(_ name: String) throws -> Reference {
    guard let reference = reference(name) else {
      throw WrongUsage("usage.argumentMissing", ["name": name])
    }
    return reference
  }
}
