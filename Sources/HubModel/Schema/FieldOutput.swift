/// What takes the values of fields as they are, and makes JSON of them, say.
public protocol FieldOutput: AnyObject {
  /// Nothing is filled in.
  func absent()
  func put(_ text: String)
  func put(_ number: Int64)
  func put(_ flag: Bool)
  func put(_ text: LocalizedText)
  func put(_ day: Day)
  func put(_ moment: Moment)
  func put(_ money: Money)
  func put(_ reference: Reference)
  func put(references: [Reference])
  func put(words: [String])
  func put(votes: [VoteCount])
}
