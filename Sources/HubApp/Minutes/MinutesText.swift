import HubModel

/// A minutes file as it says by itself, read before a transaction, for which others wait, begins.
///
/// The days in it count from its meeting, which the file itself names: so it is read once more
/// where that was on another day.
struct MinutesText {
  let document: MinutesDocument
  let faults: [Fault]
  private let bytes: [UInt8]
  /// The day from which the others count.
  private let day: Day

  init(of context: Context) throws {
    let bytes = try context.request.file()
    let text = MinutesText(bytes, from: try context.read { $0.today })
    self = try context.read { reading in
      let meeting = try text.meeting(in: reading)
      return meeting.flatMap(\.day).map(text.counting) ?? text
    }
  }

  private init(_ bytes: [UInt8], from day: Day) {
    (document, faults) = MinutesDocument.parse(bytes, meetingDay: day)
    self.bytes = bytes
    self.day = day
  }

  /// The same with days that count from another one.
  func counting(from day: Day) -> MinutesText {
    day == self.day ? self : MinutesText(bytes, from: day)
  }

  /// The meeting that it names, where the caller may see it.
  private func meeting(in reading: Reading) throws -> Meeting? {
    guard let reference = document.meeting,
      try Directory.visible([reference], in: reading).contains(reference)
    else { return nil }
    return try reading.load(ID<Meeting>(reference.number))
  }
}
