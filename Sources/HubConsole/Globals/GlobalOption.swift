/// An option that every command takes, and where else its value may come from.
package struct GlobalOption: Sendable {
  package let option: Option
  /// The environment variable that says it where it is not typed.
  let variable: String?
  /// Whether a profile may say it, where neither the person nor the environment does.
  let isRemembered: Bool

  package init(_ option: Option, variable: String? = nil, remembered: Bool = false) {
    self.option = option
    self.variable = variable
    isRemembered = remembered
  }
}

extension GlobalOption {
  /// What a profile may say: the options that are remembered, and the number of the token, by which
  /// it is revoked.
  static func keys(of options: [GlobalOption]) -> [String] {
    options.filter(\.isRemembered).map(\.option.name) + [tokenNumber]
  }

  package static let tokenNumber = "token-number"
}

/// Those that the console itself answers to.
extension GlobalOption {
  package static let profile = GlobalOption(Option("profile"), variable: "HUB_PROFILE")
  package static let json = GlobalOption(Option("json", .flag))
  package static let noColour = GlobalOption(Option("no-color", .flag))
  package static let noPager = GlobalOption(Option("no-pager", .flag))
  package static let quiet = GlobalOption(Option("quiet", .flag, short: "q"))
  package static let help = GlobalOption(Option("help", .flag, short: "h"))
  package static let version = GlobalOption(Option("version", .flag))

  /// - Parameter codes: the languages of the product; the first one is spoken where the machine
  ///   asks for none of them.
  package static func language(_ codes: [String]) -> GlobalOption {
    GlobalOption(Option("lang", .choice(codes)), variable: "HUB_LANG", remembered: true)
  }
}
