// swift-tools-version: 6.2
import PackageDescription

/// Settings every Swift target shares: Swift 6 mode, internal imports, warnings are errors.
let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// A Swift target of the house; the sentence that describes each one is in its folder's first file.
func room(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: house)
}

func tests(
    _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [], resources: [Resource] = []
) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.byName(name: name)] + dependencies,
        exclude: exclude, resources: resources, swiftSettings: house)
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "tierline",
    products: [
        .executable(name: "tierline", targets: ["tierline"])
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    ],
    targets: [
        // C and C++: each wraps one library that Swift may not call directly.
        .target(name: "CTerminal", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
        .target(name: "CPhone", linkerSettings: [.linkedLibrary("phonenumber")]),
        .target(name: "CTomlPlusPlus"),
        .target(
            name: "CExchange",
            linkerSettings: [
                .linkedLibrary("csv"), .linkedLibrary("uchardet"), .linkedLibrary("zip"), .linkedLibrary("expat"),
                .linkedLibrary("minizip"),
            ]),
        .target(name: "CSodium", linkerSettings: [.linkedLibrary("sodium")]),
        .target(name: "CPty"),
        .target(name: "CSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),

        // Pure: no clock, no I/O, no randomness, no Foundation.
        room("Money"),
        room("WorkingTime"),
        room("Complaints", ["WorkingTime", "Money"]),
        room("Customers", ["CPhone"]),
        room("Valuation", ["Money"]),
        room("Dossier", ["Money", "WorkingTime", "Complaints", "Customers", "Valuation"]),
        room("TerminalKit"),
        room("Desk", ["TerminalKit", "Money", "WorkingTime", "Complaints", "Customers", "Valuation", "Dossier"]),

        // With the world in them.
        room(
            "Configuration", ["CTomlPlusPlus", "Money", "WorkingTime", "Complaints", "Valuation", "TerminalKit"],
            resources: [.embedInCode("Calendars"), .embedInCode("Policies"), .embedInCode("Themes")]),
        room(
            "Store",
            ["CSQLite", "CSodium", "Money", "WorkingTime", "Complaints", "Customers", "Valuation", "Dossier", grdb]),
        room(
            "Exchange",
            ["CExchange", "Money", "WorkingTime", "Complaints", "Customers", "Dossier", "Configuration", "Store"],
            resources: [.embedInCode("Maps")]),
        room(
            "DemoCentre", ["Money", "WorkingTime", "Complaints", "Customers", "Valuation", "Store"]),
        room(
            "DeskRuntime",
            [
                "CTerminal", "TerminalKit", "Desk", "Money", "WorkingTime", "Complaints", "Customers", "Valuation",
                "Dossier", "Configuration", "Store",
            ]),
        room(
            "Bench",
            [
                "CPty", "Money", "WorkingTime", "Complaints", "Customers", "Dossier", "Configuration", "Store",
                "Exchange",
            ]),
        .executableTarget(
            name: "tierline",
            dependencies: [
                "CTerminal", "TerminalKit", "Desk", "Money", "WorkingTime", "Complaints", "Customers", "Valuation",
                "Dossier", "Configuration", "Store", "Exchange", "DemoCentre", "DeskRuntime", "Bench", arguments,
            ],
            swiftSettings: house),

        // For tests only: a terminal emulator's screen and a driver for the real binary.
        .executableTarget(
            name: "TerminalPainter", dependencies: ["DeskRuntime", "TerminalKit"], path: "Tests/TerminalPainter",
            swiftSettings: house),
        // For tests only: an engine in a process of its own, to be stopped and killed.
        .target(name: "CFault", path: "Tests/CFault"),
        .executableTarget(
            name: "EngineHarness", dependencies: ["CFault", "Store", "Complaints", "Dossier", "WorkingTime"],
            path: "Tests/EngineHarness", swiftSettings: house),
        .target(name: "CVterm", path: "Tests/CVterm", linkerSettings: [.linkedLibrary("vterm")]),
        .target(
            name: "ScreenHarness", dependencies: ["CPty", "CVterm"], path: "Tests/ScreenHarness", swiftSettings: house),

        tests("Money"),
        tests("WorkingTime"),
        tests("Complaints", ["WorkingTime", "Money"], exclude: ["Histories"]),
        tests(
            "Customers",
            resources: [
                .embedInCode("Fixtures/phones_dev.csv"), .embedInCode("Fixtures/plates_dev.csv"),
                .embedInCode("Fixtures/persons_zh.csv"),
            ]),
        tests("Valuation", ["Money"]),
        tests("TerminalKit"),
        tests(
            "Desk",
            ["TerminalKit", "Money", "WorkingTime", "Complaints", "Customers", "Valuation", "Dossier"],
            resources: [.copy("Golden")]),
        tests(
            "Configuration", ["WorkingTime", "TerminalKit", "Complaints", "Valuation", "Money"],
            resources: [.embedInCode("Fixtures")]),
        tests(
            "Store", ["Money", "WorkingTime", "Complaints", "Customers", "Valuation", "Dossier"]),
        tests(
            "Exchange",
            [
                "CExchange", "Store", "Money", "Complaints", "Customers", "Configuration", "Dossier", "WorkingTime",
                "Valuation",
            ]),
        tests(
            "DeskRuntime",
            [
                "CTerminal", "TerminalKit", "Desk", "Store", "Dossier", "Customers", "Complaints", "WorkingTime",
                "ScreenHarness",
            ]),
        tests("tierline", ["CTerminal", "ScreenHarness"]),
    ],
    cxxLanguageStandard: .cxx17
)
