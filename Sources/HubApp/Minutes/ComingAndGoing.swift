import HubModel

extension MeetingHours {
  /// The moment of an hour that a file says; the records may know the same one to the second.
  func moment(_ said: SaidHour?, unless known: Moment?) -> Moment? {
    guard let said else { return nil }
    if let known, self.said(known) == said { return known }
    return try? moment(said).get()
  }
}

/// What cannot be of those who came and left, in the light of when the meeting began and ended.
struct ComingAndGoing {
  let hours: MeetingHours
  let times: MinutesTimes

  func faults(of document: MinutesDocument) -> [Fault] {
    (document.present + document.guests).flatMap(faults)
  }

  private func faults(of person: MinutesDocument.Participant) -> [Fault] {
    var faults: [Fault] = []
    func moment(_ said: SaidHour?) -> Moment? {
      guard let said else { return nil }
      switch hours.moment(said) {
      case .success(let moment): return moment
      case .failure(let unplaced):
        faults.append(hours.fault(unplaced, said, at: "/present", person.position))
        return nil
      }
    }
    let (arrived, left) = (moment(person.arrived), moment(person.left))
    func refuse(_ code: String) {
      faults.append(
        Fault(
          code, at: "/present", ["person": person.who.participant?.name ?? person.who.written],
          position: person.position))
    }
    if let arrived, let left, left <= arrived {
      refuse("leftBeforeArriving")
    } else if let arrived, let end = times.adjournedAt, arrived >= end {
      refuse("arrivedAfterEnd")
    } else if let left, let start = times.calledToOrderAt, left <= start {
      refuse("leftBeforeStart")
    }
    return faults
  }
}
