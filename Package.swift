// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// The modules point one way: the pure core first, the effects at the rim, and only `sitboard` sees all.
let package = Package(
  name: "sitboard",
  products: [.executable(name: "sitboard", targets: ["sitboard"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    .target(name: "Situation", swiftSettings: strict),
    .target(
      name: "ArticleReader", dependencies: ["Situation"], exclude: ["Lexicon", "Decisions/weights.txt"],
      swiftSettings: strict),
    .target(name: "Formats", dependencies: ["Situation"], swiftSettings: strict),
    .target(name: "Briefing", dependencies: ["Situation", "Formats"], swiftSettings: strict),
    .target(name: "CLinux"),
    .target(name: "Sharing", dependencies: ["Situation", "Formats", "CLinux"], swiftSettings: strict),
    .target(name: "BoardUI", dependencies: ["Situation"], swiftSettings: strict),
    .target(
      name: "Intake", dependencies: ["Formats", "Situation", "CArchive", "CDigest", "CLinux", "CMail", "CXML"],
      swiftSettings: strict),
    .target(
      name: "Fetching", dependencies: ["Formats", "Intake", "Situation", "CFetch"], swiftSettings: strict),
    .target(name: "Journal", dependencies: ["Situation", "Formats", "CDigest"], swiftSettings: strict),
    .target(
      name: "Desk", dependencies: ["Situation", "Formats", "CDigest", "CPostgres"], swiftSettings: strict),
    .target(name: "Cast", dependencies: ["Situation", "Formats", "BoardUI", "Terminal"], swiftSettings: strict),
    .target(name: "Terminal", dependencies: ["BoardUI", "CNcurses"], swiftSettings: strict),
    .target(
      name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "CDigest", linkerSettings: [.linkedLibrary("md")]),
    .target(
      name: "CXML", cSettings: [.unsafeFlags(["-I/usr/include/libxml2"])]),
    .target(name: "CArchive"),
    // GLib keeps a part of its headers by machine.
    .target(
      name: "CMail",
      cSettings: [
        .unsafeFlags(
          ["gmime-3.0", "glib-2.0"].map { "-I/usr/include/\($0)" }
            + ["x86_64", "aarch64"].map { "-I/usr/lib/\($0)-linux-gnu/glib-2.0/include" })
      ]),
    .target(name: "CFetch"),
    .target(name: "CPostgres"),
    .target(name: "BuiltIn", exclude: ["claims.packed"], cSettings: [.unsafeFlags(["-std=c23"])]),
    .executableTarget(
      name: "sitboard",
      dependencies: [
        "Situation", "ArticleReader", "Formats", "Briefing", "BoardUI", "Intake", "Journal", "Terminal", "BuiltIn",
        "Sharing", "Cast", "CLinux", "Fetching", "Desk",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict,
      // One file that runs where no Swift is installed, and starts without the dynamic linker's work on a dozen others.
      linkerSettings: [
        .unsafeFlags(
          ["-static-stdlib", "-l_FoundationCShims", "-l_FoundationCollections"], .when(configuration: .release))
      ]),
    .testTarget(
      name: "EndToEndTests", dependencies: ["sitboard", "Desk", "DeskServer", "LineExamples", "LoopbackServer"],
      swiftSettings: strict),
    .testTarget(
      name: "IncidentTests", dependencies: ["ArticleReader", "BuiltIn", "Intake", "Situation"], swiftSettings: strict),
    // Journals in a process of its own, for tests that kill it or hold it to a size.
    .executableTarget(
      name: "JournalWriter", dependencies: ["Journal", "Situation"], path: "Tests/JournalWriter", swiftSettings: strict),
    .testTarget(
      name: "JournalTests", dependencies: ["Journal", "JournalWriter", "Formats", "Situation", "LineExamples"],
      swiftSettings: strict),
    .testTarget(
      name: "SharingTests", dependencies: ["Sharing", "Formats", "Situation", "LineExamples"], swiftSettings: strict),
    // A server of PostgreSQL that the tests start and end.
    .target(name: "DeskServer", dependencies: ["Desk"], path: "Tests/DeskServer", swiftSettings: strict),
    .testTarget(
      name: "DeskTests",
      dependencies: [
        "Desk", "DeskServer", "DeskWorker", "sitboard", "CDigest", "Formats", "Situation", "LineExamples",
        "LoopbackServer",
      ],
      swiftSettings: strict),
    // A worker in a process of its own, for tests that kill it.
    .executableTarget(name: "DeskWorker", dependencies: ["Desk"], path: "Tests/DeskWorker", swiftSettings: strict),
    .testTarget(name: "ProjectTests", swiftSettings: strict),
    // A server of HTTP on the loopback that does what it is told: the answers, and what is wrong with them.
    .target(name: "LoopbackServer", path: "Tests/LoopbackServer", swiftSettings: strict),
    .testTarget(
      name: "FetchingTests", dependencies: ["Fetching", "CFetch", "Intake", "Situation", "LoopbackServer"],
      swiftSettings: strict),
    .testTarget(
      name: "BoardUITests", dependencies: ["BoardUI", "Situation", "LineExamples"], exclude: ["Snapshots"],
      swiftSettings: strict),
    .testTarget(name: "SituationTests", dependencies: ["Situation", "LineExamples"], swiftSettings: strict),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal", "BoardUI"], swiftSettings: strict),
    .target(name: "LineExamples", dependencies: ["Situation"], path: "Tests/LineExamples", swiftSettings: strict),
    .testTarget(
      name: "FormatsTests", dependencies: ["Formats", "Situation", "LineExamples"], swiftSettings: strict),
    .testTarget(
      name: "IntakeTests", dependencies: ["Intake", "CLinux", "Formats", "Situation", "LineExamples"],
      swiftSettings: strict),
    .testTarget(
      name: "BriefingTests", dependencies: ["Briefing", "Formats", "Situation", "LineExamples"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests",
      dependencies: ["sitboard", "BoardUI", "Formats", "Intake", "Journal", "Situation", "LineExamples"],
      swiftSettings: strict),
    .testTarget(
      name: "ArticleReaderTests", dependencies: ["ArticleReader", "Situation", "BuiltIn", "LineExamples"],
      exclude: ["words.txt"], swiftSettings: strict),
  ],
  cLanguageStandard: .c2x
)

// Run by hand: docs/performance.md. What they need is fetched only then.
if Context.environment["SITBOARD_BENCHMARKS"] != nil {
  package.dependencies.append(.package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []))
  package.targets += [
    .target(
      name: "SyntheticIncident", dependencies: ["Situation"], path: "Tests/SyntheticIncident", swiftSettings: strict),
    benchmarks("StoreBenchmarks", of: ["Situation"]),
    benchmarks("BoardBenchmarks", of: ["Situation", "BoardUI", "Terminal"]),
    benchmarks("ReaderBenchmarks", of: ["Situation", "ArticleReader", "BuiltIn", "Intake"]),
  ]
}

// Under a sanitizer only some suites are built: .ci/run names them.
if let suites = Context.environment["SITBOARD_SUITES"]?.split(separator: ",").map(String.init) {
  package.targets.removeAll { $0.type == .test && !suites.contains($0.name) }
}

private func benchmarks(_ name: String, of modules: [Target.Dependency]) -> Target {
  .executableTarget(
    name: name,
    dependencies: modules + ["SyntheticIncident", .product(name: "Benchmark", package: "benchmark")],
    path: "Tests/Benchmarks/\(name)", swiftSettings: strict,
    plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
}
