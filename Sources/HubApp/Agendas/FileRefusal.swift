import HubModel

/// What the records would refuse of a file, told before it is sent: as faults at its lines.
enum FileRefusal {
  /// - Parameters:
  ///   - meeting: the one that the file names.
  ///   - place: where it names it.
  ///   - revision: where it says from what it was written.
  ///   - code: of the fault that the records were changed since.
  static func faults(
    ofFileOn meeting: Reference, at place: Fault.Position?, revision: Fault.Position?,
    changedSince code: String, _ refuse: () throws -> Void
  ) throws -> [Fault] {
    do {
      try refuse()
      return []
    } catch Refusal.invalid(let faults) {
      return faults
    } catch Refusal.conflict(let fault) {
      return [Fault(fault.code, at: "/meeting", fault.arguments, position: place)]
    } catch Refusal.stale {
      return [Fault(code, at: "/revision", ["ref": meeting.description], position: revision)]
    }
  }
}
