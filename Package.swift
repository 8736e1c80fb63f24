// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "racetui",
  products: [
    .executable(name: "racetui", targets: ["RaceTUI"]),
    // The reader for other programs: docs/library.md.
    .library(name: "RaceModel", targets: ["RaceModel"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // A header and a module map: no C file to compile, no pkg-config to ask.
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
    // A header and a module map for glibc's allocator, too.
    .systemLibrary(name: "CMalloc"),
    // Vector instructions, which Swift has no reliable way to ask for.
    .target(name: "CByteSearch"),
    // The sample of `racetui --demo`, which C can take in as it is.
    .target(name: "CDemo"),
    // Descriptors, folders, child processes and threads: what another system would do otherwise.
    .target(name: "RaceSystem", dependencies: ["CMalloc"], swiftSettings: settings),
    .target(name: "RaceModel", dependencies: ["CByteSearch", "RaceSystem"], swiftSettings: settings),
    // Words, plain text and exports: what screens, printed lists and files say alike.
    .target(name: "RaceText", dependencies: ["RaceModel", "RaceSystem"], swiftSettings: settings),
    // The work behind the screens: opens logs, reads reports again, finds code.
    .target(
      name: "RaceWork", dependencies: ["RaceModel", "RaceSystem", "RaceText"], swiftSettings: settings),
    .target(
      name: "RaceView", dependencies: ["RaceModel", "RaceText", "RaceWork"], swiftSettings: settings),
    // The one folder that imports ncurses, a module of its own so that the compiler keeps it so.
    .target(
      name: "RaceTerminal", dependencies: ["CNcurses", "RaceModel", "RaceSystem", "RaceText", "RaceView"],
      path: "Sources/RaceTUI/Terminal",
      swiftSettings: settings),
    .executableTarget(
      name: "RaceTUI",
      dependencies: [
        "CDemo", "RaceModel", "RaceSystem", "RaceTerminal", "RaceText", "RaceView", "RaceWork",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Terminal"], swiftSettings: settings),
    // The program of docs/library.md.
    .executableTarget(
      name: "NewRaces", dependencies: ["RaceModel"], path: "Examples/NewRaces", swiftSettings: settings),
    // Pieces of logs and what must be read from them, for tests and the fuzzer.
    .target(name: "GrammarExamples", path: "Tests/GrammarExamples", swiftSettings: settings),
    .target(name: "TerminalHarness", path: "Tests/TerminalHarness", swiftSettings: settings),
    // The screens without a terminal: everything that they ask for is done at once.
    .target(
      name: "ScreenHarness", dependencies: ["RaceModel", "RaceText", "RaceView", "RaceWork"],
      path: "Tests/ScreenHarness", swiftSettings: settings),
    // A program that shows what the terminal layer tells it; only tests start it.
    .executableTarget(
      name: "TerminalProbe", dependencies: ["CNcurses", "RaceModel", "RaceTerminal", "RaceText", "RaceView"],
      path: "Tests/TerminalProbe", swiftSettings: settings),
    // Reads logs that it makes up and looks whether the answers hold together; `scripts/fuzz` runs it.
    .executableTarget(
      name: "ReaderFuzzer",
      dependencies: [
        "GrammarExamples", "RaceModel", "RaceText", "RaceView", "RaceWork", "ScreenHarness",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/ReaderFuzzer", swiftSettings: settings),
    // How long a key takes on the screens of a large log; `scripts/bench --screens` runs it.
    .executableTarget(
      name: "ScreenBench",
      dependencies: [
        "RaceModel", "RaceView", "ScreenHarness",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/ScreenBench", swiftSettings: settings),
    // The order of the folders, told by the names of types.
    .testTarget(name: "LayerTests", path: "Tests/LayerTests", swiftSettings: settings),
    .testTarget(name: "RaceSystemTests", dependencies: ["RaceSystem"], swiftSettings: settings),
    .testTarget(
      name: "RaceModelTests",
      dependencies: ["CByteSearch", "GrammarExamples", "RaceModel", "RaceSystem", "RaceText"],
      resources: [.copy("Corpus"), .copy("NativeLogs"), .copy("Programs")],
      swiftSettings: settings),
    .testTarget(
      name: "RaceTextTests", dependencies: ["GrammarExamples", "RaceModel", "RaceText", "RaceWork"],
      exclude: ["Names/shapes.txt"],
      swiftSettings: settings),
    .testTarget(
      name: "RaceViewTests",
      dependencies: [
        "GrammarExamples", "RaceModel", "RaceText", "RaceView", "RaceWork", "ScreenHarness",
      ],
      exclude: ["Snapshots"],
      swiftSettings: settings),
    .testTarget(
      name: "RaceTerminalTests",
      dependencies: [
        "CNcurses", "RaceTerminal", "RaceText", "RaceView", "TerminalHarness", "TerminalProbe",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "RaceTUITests",
      dependencies: [
        "NewRaces", "RaceTUI", "RaceModel", "RaceText", "RaceView", "RaceWork", "ScreenHarness",
        "TerminalHarness",
      ],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
