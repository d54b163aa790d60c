/// What the process tells its caller; scripts rely on these numbers.
package enum ExitStatus: Int32, Sendable {
  case done = 0
  /// Refused by a rule, or failed.
  case refused = 1
  case wrongUsage = 2
  case notFound = 3
  case notAllowed = 4
  case conflict = 5
}
