/// Where a shell finds the words for a value.
package enum CompletionSource: Sendable {
  case files, directories
  case words([String])
  /// A command that prints one word a line; it is given what is typed already.
  case asking(String)
}
