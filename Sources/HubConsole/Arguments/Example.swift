/// A line that works as it stands, and the key of the sentence that says what it does;
/// an empty one where the command's own sentence does.
package struct Example: Sendable {
  package let line: String
  package let key: String

  package init(_ line: String, _ key: String) {
    self.line = line
    self.key = key
  }
}
