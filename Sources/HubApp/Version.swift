/// The version of the program, as `hub --version` says it.
package enum Version {
  package static let text = "0.1.0"
}
