// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Says what the program was doing when a signal ends it, and ends it with the status of an internal error.
///
/// A trap, a fault of memory or an overflow of the stack would otherwise end it without a word.
///
/// ```swift
/// CrashReporter.install()
/// CrashReporter.begin("setting `cabinet`")
/// // error: internal error: the program stopped while setting `cabinet`
/// ```
package enum CrashReporter {
    /// The signals that end a program for a fault of its own.
    private static let signals = [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE]

    nonisolated(unsafe) private static var isInstalled = false

    /// Installs the signal handler: first thing in a program, since what ends it before that is not reported.
    ///
    /// It takes the place of the handler of Swift's runtime, which would print a backtrace.
    package static func install() {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = report
        sigfillset(&action.sa_mask)
        // A second fault, in the handler, ends the program at once.
        action.sa_flags = SA_ONSTACK | Int32(truncatingIfNeeded: SA_RESETHAND)
        for signal in signals { sigaction(signal, &action, nil) }
        isInstalled = true
        begin("starting")
    }

    /// Sets what this thread is doing, for a crash report. Does nothing if no handler is installed.
    ///
    /// One thread works at a time, whichever it is, but for those that are ``reportingByThread(_:)``.
    ///
    /// - Parameter activity: what follows "the program stopped while".
    package static func begin(_ activity: String) {
        guard isInstalled else { return }
        prepareThread()
        ThreadMessages.current.prepare(
            """
            error: internal error: the program stopped while \(activity.prefix(200))
              hint: this is a fault of the program: tell whoever looks after it

            """
        )
        #if DEBUG
            InjectedFault.occur(in: activity)
        #endif
    }

    /// What would be reported of a fault of this thread; empty if no handler is installed.
    package static var message: String { isInstalled ? ThreadMessages.current.text : "" }

    /// Runs work on a thread that works beside others: a fault of it is reported by what this thread was doing, whatever the others have
    /// begun since.
    ///
    /// - Parameter message: that of the thread that has started this one, until it begins something of its own.
    package static func reportingByThread(from message: String, _ work: () -> Void) {
        guard isInstalled else { return work() }
        let isKnown = ThreadMessages.claim()
        if isKnown { ThreadMessages.current.prepare(message) }
        prepareThread()
        work()
        if isKnown { ThreadMessages.release() }
        AlternateStack.remove()
    }

    /// Has faults of this thread reach the handler.
    ///
    /// The threads of libdispatch block SIGABRT, and `abort` of glibc 2.41 forgets the handler before it lets the signal through.
    private static func prepareThread() {
        guard AlternateStack.provide() else { return }
        var faults = sigset_t()
        sigemptyset(&faults)
        for signal in signals { sigaddset(&faults, signal) }
        pthread_sigmask(SIG_UNBLOCK, &faults, nil)
    }

    /// As much as signal-safety(7) allows: no memory is allocated, and no object is touched.
    private static let report: @convention(c) (Int32) -> Void = { _ in
        ThreadMessages.current.write()
        _exit(EX_SOFTWARE)
    }
}

/// The stack of a thread's signal handler, which an overflow of the thread's own stack leaves no room for.
private enum AlternateStack {
    /// Far more than the handler takes, also with the registers of large vector units on it (sigaltstack(2)).
    private static let size = 64 << 10

    /// Gives this thread one if it has none. It is taken back only from a thread that works beside others: of the rest there are few.
    ///
    /// - Returns: whether the thread had none.
    static func provide() -> Bool {
        var known = stack_t()
        guard sigaltstack(nil, &known) == 0, known.ss_flags & Int32(SS_DISABLE) != 0 else { return false }
        let memory = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let memory, memory != MAP_FAILED else { return true }
        var stack = stack_t(ss_sp: memory, ss_flags: 0, ss_size: size)
        sigaltstack(&stack, nil)
        return true
    }

    /// Takes it from a thread that is about to end.
    static func remove() {
        var known = stack_t()
        guard sigaltstack(nil, &known) == 0, known.ss_flags & Int32(SS_DISABLE) == 0, known.ss_size == size else {
            return
        }
        var none = stack_t(ss_sp: nil, ss_flags: Int32(SS_DISABLE), ss_size: 0)
        if sigaltstack(&none, nil) == 0 { munmap(known.ss_sp, size) }
    }
}
