// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

/// One set of settings for every target of ours.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    // SE-0335: an existential type says `any`.
    .enableUpcomingFeature("ExistentialAny"),
    // SE-0444: a member is visible only where its module is imported.
    .enableUpcomingFeature("MemberImportVisibility"),
    // SE-0409: what a file imports is its own affair.
    .enableUpcomingFeature("InternalImportsByDefault"),
    // SE-0480: no warnings of ours.
    .treatAllWarnings(as: .error),
]

/// The fuzzer is built by `tools/fuzz` alone: libFuzzer brings its `main`, and is linked only with `--sanitize fuzzer`.
let fuzzer: [Target] =
    Context.environment["CLEARDAYS_FUZZER"] == nil
    ? []
    : [.executableTarget(name: "fuzzer", dependencies: ["FuzzTargets"], path: "Tests/Fuzzer", swiftSettings: settings)]

let package = Package(
    name: "cleardays",
    products: [
        .executable(name: "cleardays", targets: ["cleardays"]),
        // A program of its own, so that the renderer has no server in it.
        .executable(name: "cleardays-preview", targets: ["cleardays-preview"]),
        // Another, so that the renderer carries no client of a broker or a store.
        .executable(name: "cleardays-worker", targets: ["cleardays-worker"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    ],
    targets: [
        // C libraries from Debian.
        .systemLibrary(name: "CFontconfig", pkgConfig: "fontconfig", providers: [.apt(["libfontconfig-dev"])]),
        .systemLibrary(name: "CCairo", pkgConfig: "cairo-pdf", providers: [.apt(["libcairo2-dev"])]),
        .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
        .systemLibrary(name: "CPango", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
        .systemLibrary(name: "CGLib", pkgConfig: "glib-2.0", providers: [.apt(["libglib2.0-dev"])]),
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
        .systemLibrary(name: "CTurboJPEG", pkgConfig: "libturbojpeg", providers: [.apt(["libturbojpeg0-dev"])]),
        .systemLibrary(name: "CSeccomp", pkgConfig: "libseccomp", providers: [.apt(["libseccomp-dev"])]),
        .systemLibrary(name: "CRabbitMQ", pkgConfig: "librabbitmq", providers: [.apt(["librabbitmq-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CHyphen", providers: [.apt(["libhyphen-dev"])]),
        .systemLibrary(name: "CHunspell", pkgConfig: "hunspell", providers: [.apt(["libhunspell-dev"])]),
        .systemLibrary(
            name: "CMarkGFM",
            pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]
        ),

        // Values that every stage speaks in.
        .target(name: "UnicodeText", dependencies: ["CGLib"], swiftSettings: settings),
        .target(name: "Digests", dependencies: ["CNettle"], swiftSettings: settings),
        .target(name: "ResourceLimits", swiftSettings: settings),
        .target(name: "CrashReporting", swiftSettings: settings),
        .target(name: "Parallelism", dependencies: ["CrashReporting", "ResourceLimits"], swiftSettings: settings),
        .target(name: "Diagnostics", dependencies: ["ResourceLimits"], swiftSettings: settings),
        .target(
            name: "RuleDocumentation",
            dependencies: ["Diagnostics", "Formats", "WorkspaceFiles"],
            swiftSettings: settings
        ),
        .target(name: "Geometry", swiftSettings: settings),
        .target(
            name: "Pictures",
            dependencies: ["Digests", "ResourceLimits", "CPNG", "CTurboJPEG"],
            swiftSettings: settings
        ),
        .target(name: "Monitoring", dependencies: ["Diagnostics", "Pictures", "UnicodeText"], swiftSettings: settings),
        .target(
            name: "Layouts",
            dependencies: ["Diagnostics", "Geometry", "Monitoring", "ResourceLimits"],
            swiftSettings: settings
        ),
        .target(
            name: "PaperTree",
            dependencies: ["Diagnostics", "Geometry", "Pictures", "UnicodeText"],
            swiftSettings: settings
        ),

        // The stages, in order.
        .target(
            name: "WorkspaceFiles",
            dependencies: ["Diagnostics", "ResourceLimits", "UnicodeText", "CZip"],
            swiftSettings: settings
        ),
        .target(
            name: "Formats",
            dependencies: [
                "Diagnostics", "Monitoring", "ResourceLimits", "UnicodeText", "WorkspaceFiles", "CExpat", "CLibYAML",
                "CMarkGFM", "CXLSXWriter",
            ],
            swiftSettings: settings
        ),
        .target(
            name: "Intake",
            dependencies: [
                "Diagnostics", "Formats", "Geometry", "Monitoring", "Layouts", "Pictures", "ResourceLimits",
                "UnicodeText", "WorkspaceFiles",
            ],
            swiftSettings: settings
        ),
        .target(name: "Amendments", dependencies: ["PaperTree"], swiftSettings: settings),
        .target(
            name: "Composition",
            dependencies: [
                "Amendments", "Diagnostics", "Geometry", "Monitoring", "Layouts", "PaperTree", "ResourceLimits",
                "UnicodeText",
            ],
            swiftSettings: settings
        ),
        .target(
            name: "TextShaping",
            dependencies: [
                "Geometry", "ResourceLimits", "UnicodeText", "CGLib", "CPango", "CCairo", "CFontconfig", "CHyphen",
                "CLinux",
            ],
            swiftSettings: settings
        ),
        .target(
            name: "Typesetting",
            dependencies: [
                "Diagnostics", "Geometry", "Layouts", "PaperTree", "Pictures", "ResourceLimits", "TextShaping",
                "UnicodeText",
            ],
            swiftSettings: settings
        ),
        .target(
            name: "PDFExport",
            dependencies: [
                "Digests", "Geometry", "Parallelism", "TextShaping", "Typesetting", "PaperTree", "Pictures",
                "UnicodeText", "CCairo", "CDeflate",
            ],
            swiftSettings: settings
        ),

        .target(
            name: "HTMLExport",
            dependencies: ["Geometry", "Layouts", "PaperTree", "Pictures", "UnicodeText"],
            swiftSettings: settings
        ),

        .target(
            name: "OpenData",
            dependencies: ["Diagnostics", "Layouts", "Monitoring"],
            swiftSettings: settings
        ),

        .target(name: "Spelling", dependencies: ["CHunspell"], swiftSettings: settings),
        .target(
            name: "Review",
            dependencies: ["Diagnostics", "Monitoring", "ResourceLimits", "UnicodeText"],
            swiftSettings: settings
        ),

        // What a process may do.
        .target(name: "Sandbox", dependencies: ["CLinux", "CSeccomp"], swiftSettings: settings),

        // The one way through, and the programs that call it.
        .target(
            name: "Publishing",
            dependencies: [
                "CrashReporting", "Diagnostics", "Digests", "Formats", "Monitoring", "Layouts", "Intake", "PaperTree",
                "Composition",
                "HTMLExport", "OpenData", "Parallelism", "ResourceLimits", "Review", "Spelling", "TextShaping",
                "Typesetting",
                "PDFExport",
                "UnicodeText",
                "WorkspaceFiles", "CLinux",
            ],
            swiftSettings: settings
        ),
        .target(
            name: "WatchFolder",
            dependencies: [
                "CLinux", "CrashReporting", "Diagnostics", "Digests", "HTMLExport", "Intake", "Monitoring", "PaperTree",
                "Parallelism", "Publishing", "ResourceLimits", "Sandbox", "WorkspaceFiles",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "ProgramConfiguration",
            dependencies: ["Diagnostics", "Formats", "Parallelism", "Publishing", "WatchFolder", "WorkspaceFiles"],
            swiftSettings: settings
        ),
        .target(
            name: "MachineExamination",
            dependencies: ["Diagnostics", "ProgramConfiguration", "Publishing", "Sandbox", "TextShaping"],
            swiftSettings: settings
        ),
        .target(
            name: "CommandOptions",
            dependencies: [
                "Diagnostics", "Intake", "Publishing",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "cleardays",
            dependencies: [
                "CLinux", "CommandOptions", "CrashReporting", "Diagnostics", "MachineExamination", "Monitoring",
                "ProgramConfiguration", "Publishing",
                "PaperTree",
                "RuleDocumentation",
                "WatchFolder",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "Preview",
            dependencies: [
                "CrashReporting", "Diagnostics", "Digests", "HTMLExport", "Monitoring", "PaperTree", "Publishing",
                "Sandbox", "WatchFolder", "WorkspaceFiles",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "cleardays-preview",
            dependencies: [
                "CommandOptions", "CrashReporting", "PaperTree", "Preview", "Publishing", "WatchFolder",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "Distribution",
            dependencies: [
                "CCurl", "CLinux", "CRabbitMQ", "Diagnostics", "Digests", "Intake", "PaperTree", "Parallelism",
                "Publishing", "WatchFolder", "WorkspaceFiles",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "cleardays-worker",
            dependencies: [
                "CrashReporting", "Diagnostics", "Distribution", "Parallelism", "Publishing", "WatchFolder",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "bench",
            dependencies: [
                "Composition", "Geometry", "Intake", "Layouts", "Monitoring", "PaperTree", "Publishing",
                "ResourceLimits", "TextShaping", "Typesetting", "WatchFolder", "WorkspaceFiles",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings
        ),

        // Tests mirror the targets.
        .target(
            name: "TestSupport",
            dependencies: [
                "Diagnostics", "Geometry", "Layouts", "Monitoring", "PaperTree", "Pictures", "Publishing",
                "TextShaping", "Typesetting", "UnicodeText", "WorkspaceFiles",
            ],
            path: "Tests/TestSupport",
            swiftSettings: settings
        ),
        .target(
            name: "FuzzTargets",
            dependencies: [
                "CDeflate", "Composition", "Diagnostics", "Formats", "Geometry", "Intake", "Layouts", "Monitoring",
                "PDFExport", "PaperTree", "Pictures", "Publishing", "TestSupport", "TextShaping", "Typesetting",
                "WatchFolder", "WorkspaceFiles",
            ],
            path: "Tests/FuzzTargets",
            swiftSettings: settings
        ),
        .testTarget(
            name: "FuzzTargetsTests",
            dependencies: ["Diagnostics", "FuzzTargets", "TestSupport"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "PicturesTests",
            dependencies: ["Pictures", "ResourceLimits", "TestSupport"],
            swiftSettings: settings
        ),
        .testTarget(name: "UnicodeTextTests", dependencies: ["UnicodeText"], swiftSettings: settings),
        .testTarget(name: "DigestsTests", dependencies: ["Digests"], swiftSettings: settings),
        .testTarget(name: "GeometryTests", dependencies: ["Geometry"], swiftSettings: settings),
        .testTarget(
            name: "DiagnosticsTests",
            dependencies: ["Diagnostics", "ResourceLimits", "TestSupport"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "WorkspaceFilesTests",
            dependencies: ["Diagnostics", "ResourceLimits", "TestSupport", "WorkspaceFiles"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "FormatsTests",
            dependencies: ["Diagnostics", "Formats", "Monitoring", "ResourceLimits", "TestSupport", "WorkspaceFiles"],
            exclude: ["Fixtures"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "IntakeTests",
            dependencies: [
                "Diagnostics", "Formats", "Geometry", "Intake", "Layouts", "Monitoring", "Pictures", "Publishing",
                "ResourceLimits", "TestSupport", "UnicodeText", "WorkspaceFiles",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "MonitoringTests",
            dependencies: ["Diagnostics", "Monitoring", "TestSupport"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "LayoutsTests",
            dependencies: ["Diagnostics", "Geometry", "Layouts", "TestSupport"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "PaperTreeTests",
            dependencies: ["Diagnostics", "Geometry", "PaperTree", "Pictures", "TestSupport"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "AmendmentsTests",
            dependencies: [
                "Amendments", "Composition", "Intake", "Monitoring", "PaperTree", "Publishing", "TestSupport",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "CompositionTests",
            dependencies: [
                "Amendments",
                "Composition", "Diagnostics", "Geometry", "Intake", "Layouts", "Monitoring", "PaperTree", "Pictures",
                "Publishing", "ResourceLimits", "TestSupport", "UnicodeText",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "PDFExportTests",
            dependencies: [
                "CCairo", "Composition", "Diagnostics", "Geometry", "Intake", "Layouts", "Monitoring", "PDFExport",
                "PaperTree", "Parallelism", "Pictures",
                "Publishing", "TestSupport", "TextShaping", "Typesetting",
            ],
            exclude: ["Goldens"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "HTMLExportTests",
            dependencies: [
                "Composition", "Diagnostics", "Geometry", "HTMLExport", "Intake", "Layouts", "Monitoring", "PaperTree",
                "Pictures", "Publishing", "TestSupport", "WorkspaceFiles",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "OpenDataTests",
            dependencies: [
                "Diagnostics", "Formats", "Intake", "Layouts", "Monitoring", "OpenData", "Publishing", "TestSupport",
                "WorkspaceFiles",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "ReviewTests",
            dependencies: [
                "Diagnostics", "Intake", "Monitoring", "Publishing", "Review", "TestSupport",
                "WorkspaceFiles",
            ],
            exclude: ["Fixtures"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "RuleDocumentationTests",
            dependencies: [
                "Diagnostics", "Intake", "Publishing", "RuleDocumentation", "TestSupport", "WatchFolder",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "PublishingTests",
            dependencies: [
                "Diagnostics", "Geometry", "Intake", "OpenData", "PaperTree", "Publishing", "ResourceLimits",
                "TestSupport", "TextShaping",
                "WorkspaceFiles",
            ],
            exclude: ["FenwickVale", "Formats"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "ParallelismTests",
            dependencies: ["Parallelism", "ResourceLimits"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "PathologicalTests",
            dependencies: ["cleardays", "Publishing", "ResourceLimits", "TestSupport"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "WatchFolderTests",
            dependencies: [
                "cleardays", "Diagnostics", "Intake", "Monitoring", "PaperTree", "Publishing", "TestSupport",
                "WatchFolder",
                "WorkspaceFiles",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "PreviewTests",
            dependencies: [
                "cleardays", "cleardays-preview", "Diagnostics", "PaperTree", "Preview", "Publishing", "TestSupport",
                "WatchFolder", "WorkspaceFiles",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "DistributionTests",
            dependencies: [
                "cleardays-worker", "Digests", "Distribution", "PaperTree", "Publishing", "TestSupport", "WatchFolder",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "ProgramConfigurationTests",
            dependencies: [
                "Diagnostics", "Formats", "ProgramConfiguration", "Publishing", "TestSupport", "WorkspaceFiles",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "MachineExaminationTests",
            dependencies: ["MachineExamination", "ProgramConfiguration", "Publishing", "TestSupport"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "CommandOptionsTests",
            dependencies: ["CommandOptions", "TestSupport"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "CleardaysTests",
            dependencies: ["cleardays", "cleardays-preview", "ProgramConfiguration", "Publishing", "TestSupport"],
            swiftSettings: settings
        ),
        // Confines itself for the tests, which must not.
        .executableTarget(
            name: "sandbox-probe",
            dependencies: ["CGLib", "CLinux", "Diagnostics", "Publishing", "Sandbox"],
            path: "Tests/SandboxProbe",
            swiftSettings: settings
        ),
        .testTarget(
            name: "SandboxTests",
            dependencies: ["Sandbox", "TestSupport", "sandbox-probe"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "SecrecyTests",
            dependencies: [
                "cleardays", "Diagnostics", "Intake", "OpenData", "PaperTree", "Preview", "Publishing", "TestSupport",
                "WorkspaceFiles",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "TextShapingTests",
            dependencies: ["Geometry", "TestSupport", "TextShaping"],
            swiftSettings: settings
        ),
        .testTarget(name: "SpellingTests", dependencies: ["Spelling", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "TypesettingTests",
            dependencies: [
                "Composition", "Diagnostics", "Geometry", "Intake", "Layouts", "Monitoring", "PaperTree", "Pictures",
                "Publishing", "ResourceLimits", "TestSupport", "TextShaping", "Typesetting", "UnicodeText",
            ],
            swiftSettings: settings
        ),
    ] + fuzzer
)

// Debug builds are optimised where tests work hard, since the tests take a third of the time then; it costs three times the compilation. What is
// checked stays checked. CLEARDAYS_UNOPTIMISED=1 is for a debugger.
if Context.environment["CLEARDAYS_UNOPTIMISED"] == nil {
    /// What waits for files, processes and people.
    let waiting: Set = [
        "CommandOptions", "CrashReporting", "Distribution", "MachineExamination", "OpenData", "Preview",
        "ProgramConfiguration", "Publishing", "RuleDocumentation", "Sandbox", "WatchFolder", "bench", "cleardays",
        "cleardays-preview", "cleardays-worker",
    ]
    for target in package.targets where target.type != .test && target.type != .system && !waiting.contains(target.name)
    {
        target.swiftSettings?.append(.unsafeFlags(["-O", "-assert-config", "Debug"], .when(configuration: .debug)))
    }
}
