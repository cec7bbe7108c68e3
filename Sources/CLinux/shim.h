// SPDX-License-Identifier: Apache-2.0
// What Linux has and the Glibc module of Swift leaves out.

#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <malloc.h>
#include <unistd.h>
// fcntl(2), F_SETLEASE; defined under _GNU_SOURCE alone.
#define CLEARDAYS_SET_LEASE 1024
// rename(2); declared under _GNU_SOURCE alone.
#define CLEARDAYS_RENAME_EXCHANGE 2
// memfd_create(2); declared under _GNU_SOURCE alone, as are the seals of fcntl(2).
#define CLEARDAYS_MEMORY_FILE_FLAGS 3U /* MFD_CLOEXEC, MFD_ALLOW_SEALING */
#define CLEARDAYS_ADD_SEALS 1033
#define CLEARDAYS_ALL_SEALS 15 /* F_SEAL_SEAL, F_SEAL_SHRINK, F_SEAL_GROW, F_SEAL_WRITE */
// pthread_setname_np(3); declared under _GNU_SOURCE alone.
#include <pthread.h>
extern int pthread_setname_np(pthread_t thread, const char *name);
// pipe2(2); declared under _GNU_SOURCE alone.
extern int pipe2(int descriptors[2], int flags);
// posix_spawn(3); declared under _GNU_SOURCE alone.
#include <spawn.h>
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int first);
extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);
extern int memfd_create(const char *name, unsigned int flags);
extern int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path, unsigned int flags);

// open(2); defined under _GNU_SOURCE alone.
#define CLEARDAYS_OPEN_PATH 010000000 /* O_PATH */

// prctl(2) is variadic; every operation that we use takes one argument.
static inline int cleardays_prctl(int operation, unsigned long argument) {
    return prctl(operation, argument, 0UL, 0UL, 0UL);
}

// landlock(7). The headers of Debian 12 end at ABI 2, and glibc has no wrappers. The numbers are those of every architecture; the
// structures are those of linux/landlock.h as of ABI 7. A kernel that knows a shorter structure takes a longer one whose rest is zero.
struct cleardays_landlock_ruleset {
    uint64_t handled_access_fs;
    uint64_t handled_access_net;
    uint64_t scoped;
};
struct cleardays_landlock_path {
    uint64_t allowed_access;
    int32_t parent;
} __attribute__((packed));
static inline int cleardays_landlock_abi(void) {
    return (int)syscall(444, NULL, (size_t)0, 1U /* LANDLOCK_CREATE_RULESET_VERSION */);
}
static inline int cleardays_landlock_create_ruleset(const struct cleardays_landlock_ruleset *ruleset) {
    return (int)syscall(444, ruleset, sizeof *ruleset, 0U);
}
static inline int cleardays_landlock_add_path(int ruleset, uint64_t allowed, int parent) {
    struct cleardays_landlock_path rule = {allowed, parent};
    return (int)syscall(445, ruleset, 1 /* LANDLOCK_RULE_PATH_BENEATH */, &rule, 0U);
}
static inline int cleardays_landlock_restrict_self(int ruleset) { return (int)syscall(446, ruleset, 0U); }
