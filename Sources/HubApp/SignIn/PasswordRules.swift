import Foundation
import HubModel
import HubResources

/// What a password must be: long enough, and not what everybody tries first. What it is made of
/// is nobody's business (NIST SP 800-63B, section 5.1.1.2).
enum PasswordRules {
  /// In characters.
  static let shortest = 12
  /// In bytes of UTF-8.
  static let longest = 1024

  /// The form in which passwords are hashed: the same however a keyboard composes its accents.
  /// What is too long however it is composed stays as it is: it is nobody's password, and not
  /// worth the work.
  static func normalized(_ password: String) -> String {
    guard password.utf8.count <= 4 * longest else { return password }
    return password.precomposedStringWithCanonicalMapping
  }

  /// - Parameter password: in its normalized form.
  static func faults(_ password: String, of person: Person, at pointer: String) -> [Fault] {
    if password.utf8.count > longest {
      return [Fault("passwordTooLong", at: pointer, ["most": String(longest)])]
    }
    if password.unicodeScalars.count < shortest {
      return [Fault("passwordTooShort", at: pointer, ["least": String(shortest)])]
    }
    let folded = password.lowercased()
    let own = [person.handle, "@" + person.handle, person.email ?? "", person.name]
    if own.contains(where: { normalized($0).lowercased() == folded }) {
      return [Fault("passwordIsName", at: pointer)]
    }
    if Set(folded.unicodeScalars).count < 3 || common.contains(folded) || isRun(folded) {
      return [Fault("passwordCommon", at: pointer)]
    }
    return []
  }

  /// Whether it only counts up or down: `123456789012`, `abcdefghijkl`.
  private static func isRun(_ text: String) -> Bool {
    let values = text.unicodeScalars.map { Int($0.value) }
    let steps = Set(zip(values, values.dropFirst()).map { $1 - $0 })
    return steps == [1] || steps == [-1]
  }

  private static let common = Set(
    (Resource.text("sign-in/common-passwords.txt") ?? "")
      .split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init))
}
