// swift-tools-version: 6.2
import PackageDescription

// Every arrow points downward: a target names only what stands below it, and each C library is
// known to exactly one kit. README.md shows the house; .ci/check-house holds the code to it.

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

func kit(_ name: String, _ dependencies: Target.Dependency...) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: Target.Dependency...) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
  name: "hub",
  products: [
    .executable(name: "hub", targets: ["hub"]),
    .library(name: "HubModel", targets: ["HubModel"]),
    .library(name: "HubApp", targets: ["HubApp"]),
  ],
  targets: [
    // C libraries, from Debian's packages.
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(
      name: "CCMark", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(
      name: "CMicroHTTPD", pkgConfig: "libmicrohttpd", providers: [.apt(["libmicrohttpd-dev"])]),
    .systemLibrary(
      name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    // Kits: one technology each.
    kit("HubThreads"),
    kit("HubFiles"),
    kit("HubSQL", "CSQLite", "HubThreads", "HubFiles"),
    kit("HubText", "CCMark"),
    kit("HubHTTP", "HubText"),
    kit("HubCrypto", "CSodium"),
    kit("HubRemote", "CCurl"),
    kit("HubZip", "CZlib"),
    kit("HubServer", "HubHTTP", "HubThreads", "CMicroHTTPD"),
    // resources.c embeds the files beside it; Resources/embed.sh writes it.
    .target(name: "CResources", path: "Resources", sources: ["resources.c"]),
    kit("HubResources", "CResources"),

    // The domain, its words, and the product over them.
    kit("HubModel"),
    kit("HubWords", "HubModel", "HubResources"),
    kit(
      "HubApp", "HubModel", "HubSQL", "HubFiles", "HubHTTP", "HubText", "HubCrypto", "HubZip",
      "HubWords", "HubResources"),

    // Its faces: the terminal, the commands that ask the API, and what only the file can do.
    kit("HubConsole", "HubText", "HubFiles"),
    kit(
      "HubCommands", "HubConsole", "HubWords", "HubModel", "HubText", "HubHTTP", "HubCrypto"),
    .executableTarget(
      name: "hub",
      dependencies: [
        "HubCommands", "HubConsole", "HubApp", "HubWords", "HubModel", "HubText", "HubHTTP",
        "HubFiles", "HubRemote", "HubServer",
      ],
      path: "Sources/hub-cli", swiftSettings: strict),

    // How fast it is, each figure beside its reference. It alone goes round HubSQL: the C calls
    // that the hub is measured against are made by hand.
    .executableTarget(
      name: "hub-bench",
      dependencies: [
        "HubApp", "HubCommands", "HubConsole", "HubWords", "HubModel", "HubSQL", "HubHTTP",
        "HubText", "HubServer", "CSQLite",
      ],
      swiftSettings: strict),

    // Tests.
    // Between SQLite and the disk: what is done is recorded, and fails where it is told to.
    .target(name: "CRecordedDisk", dependencies: ["CSQLite"], path: "Tests/RecordedDisk"),
    .target(
      name: "HubTestKit",
      dependencies: [
        "HubApp", "HubConsole", "HubModel", "HubText", "HubSQL", "HubHTTP", "CZlib",
        "CRecordedDisk",
      ],
      path: "Tests/HubTestKit", swiftSettings: strict),
    // A process to be killed while it writes.
    .executableTarget(
      name: "hub-test-writer", dependencies: ["HubApp", "HubModel", "HubSQL"],
      path: "Tests/WriterProcess", swiftSettings: strict),
    tests("HubThreadsTests", "HubThreads"),
    tests("HubFilesTests", "HubFiles"),
    tests("HubSQLTests", "HubSQL"),
    tests("HubTextTests", "HubText"),
    tests("HubHTTPTests", "HubHTTP"),
    tests("HubCryptoTests", "HubCrypto"),
    tests("HubZipTests", "HubZip", "HubTestKit"),
    tests("HubServerTests", "HubServer", "HubHTTP", "HubTestKit"),
    tests("HubModelTests", "HubModel"),
    tests("HubWordsTests", "HubWords", "HubModel", "HubResources"),
    tests(
      "HubConsoleTests", "HubConsole", "HubCommands", "HubText", "HubWords", "HubModel",
      "HubTestKit"),
    tests(
      "HubCommandsTests", "HubCommands", "HubConsole", "HubApp", "HubTestKit", "HubWords",
      "HubModel", "HubSQL", "HubText", "HubHTTP"),
    tests(
      "HubAppTests", "HubApp", "HubTestKit", "HubWords", "HubModel", "HubSQL", "HubText", "HubHTTP",
      "HubCrypto"),
    // The hub command itself, as a process behind a socket.
    tests(
      "HubServiceTests", "hub", "HubTestKit", "HubCommands", "HubConsole", "HubApp", "HubWords",
      "HubModel", "HubSQL", "HubText", "HubHTTP", "HubServer"),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
