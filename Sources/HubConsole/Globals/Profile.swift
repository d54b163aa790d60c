/// What a person does not want to type twice: a server, a language, who they are.
package struct Profile: Sendable, Equatable {
  package var values: [String: String] = [:]
}
