// SPDX-License-Identifier: Apache-2.0

#if DEBUG
    import Glibc

    /// A fault for tests, in a program that is built for debugging: `CLEARDAYS_FAULT=overflow:typesetting` lets the stack overflow when
    /// an activity begins whose name begins with "setting".
    enum InjectedFault: String {
        case trap, overflow, abort
        case memory
        case bus
        case arithmetic
        /// Works for ever.
        case hang
        /// Takes more and more memory.
        case fill

        /// Lets the fault that the environment asks for occur.
        static func occur(in activity: String) {
            guard let wish = getenv("CLEARDAYS_FAULT").map({ String(cString: $0) }) else { return }
            let parts = wish.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, activity.hasPrefix(parts[1]) else { return }
            InjectedFault(rawValue: String(parts[0]))?.occur()
        }

        private func occur() {
            switch self {
            case .trap: Self.trap([])
            case .overflow: _ = Self.depth(of: 0)
            case .abort: Glibc.abort()
            case .memory: raise(SIGSEGV)
            case .bus: raise(SIGBUS)
            case .arithmetic: raise(SIGFPE)
            case .hang: while getpid() > 0 {}
            case .fill: Self.fill()
            }
        }

        /// Takes an element that is not there.
        private static func trap(_ numbers: [Int]) { _ = numbers[numbers.count] }

        /// Never returns.
        private static func fill() -> Never {
            while true {
                let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: 1 << 20)
                memory.initialize(repeating: 1, count: 1 << 20)
                usleep(100)
            }
        }

        /// Never returns.
        private static func depth(of number: Int) -> Int { number < 0 ? 0 : depth(of: number + 1) + 1 }
    }
#endif
