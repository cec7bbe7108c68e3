// SPDX-License-Identifier: Apache-2.0

import CLinux
import Glibc

/// What the notifier says to the watch service.
enum NotifierReply: Codable, Hashable, Sendable {
    case failed(HookFailure)
    /// More events came than wait for the program, and the oldest has gone.
    case overflowed
}

/// Runs a program for each event that comes on the standard input, one at a time: the whole of the notifier's process.
///
/// The watch service confines itself so that it can start nothing but its workers; this process was started before, and is the only one that
/// runs the program. It ends when the service has gone and what waits has been told, for which it takes no longer than one program may.
///
/// - Parameter longest: how many seconds the program may run for one event.
/// - Returns: the status with which the process ends.
package func runNotifier(program: String, lasting longest: Int) -> Int32 {
    let longest = Duration.seconds(longest)
    pthread_setname_np(pthread_self(), "cleardays")
    signal(SIGPIPE, SIG_IGN)
    guard let socket = Descriptor(STDIN_FILENO) else { return EX_USAGE }
    let channel = MessageChannel(socket)
    var queue = EventQueue()
    var run: HookRun?
    /// When it ends at the latest, once the service has gone.
    var end: ContinuousClock.Instant?
    // Nobody may be there any more to hear it.
    func reply(_ reply: NotifierReply) { try? channel.send(reply) }
    while true {
        if case .failure(let failure)? = look(at: &run) { reply(.failed(failure)) }
        if run == nil, let event = queue.takeFirst() {
            do throws(HookFailure) {
                run = try HookRun(program, event: event, lasting: longest)
            } catch {
                reply(.failed(error))
            }
            continue
        }
        if let end {
            if run == nil { return EX_OK }
            if .now >= end {
                run?.kill()
                return EX_OK
            }
            usleep(10_000)
        } else if channel.holdsMessage(waiting: run == nil ? nil : 20) {
            do throws(MessageChannel.Failure) {
                if !queue.add(try channel.receive(PaperEvent.self).message) { reply(.overflowed) }
            } catch {
                end = .now + longest
            }
        }
    }
}

/// Looks how the program goes, and forgets it when it has ended.
private func look(at run: inout HookRun?) -> Result<Void, HookFailure>? {
    guard let outcome = run?.look() else { return nil }
    run = nil
    return outcome
}
