package import HubConsole
package import HubModel
package import HubWords

/// A call of a command of the hub: its words, its time, and its values of the hub's own.
extension Invocation {
  package var words: Words { Words(Language(rawValue: globals.language) ?? .en) }

  /// The time that `--clock` fixes, else the machine's.
  package var now: Moment { globals.now }
  package var today: Day { globals.today }

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
