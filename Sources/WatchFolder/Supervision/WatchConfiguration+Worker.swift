// SPDX-License-Identifier: Apache-2.0

import Glibc
import Publishing

extension WatchConfiguration {
    /// The settings of a worker that is started under this configuration.
    func workerSettings(_ role: WorkerSettings.Role, program: ProgramFiles) -> WorkerSettings {
        WorkerSettings(
            role: role,
            workspace: workspace,
            program: program.folder,
            theme: theme,
            formats: formats,
            madeAt: madeAt,
            restrictedFolder: out.restricted,
            isConfined: isConfined,
            supervisor: getpid()
        )
    }
}
