// SPDX-License-Identifier: Apache-2.0
// What Linux has and the Glibc module of Swift leaves out.

#include <fcntl.h>
#include <sys/eventfd.h>
#include <sys/vfs.h>

// fcntl(2), F_SETLEASE; defined under _GNU_SOURCE alone.
#define CLEARDAYS_SET_LEASE 1024
// rename(2); declared under _GNU_SOURCE alone.
#define CLEARDAYS_RENAME_EXCHANGE 2
// memfd_create(2); declared under _GNU_SOURCE alone, as are the seals of fcntl(2).
#define CLEARDAYS_MEMORY_FILE_FLAGS 3U /* MFD_CLOEXEC, MFD_ALLOW_SEALING */
#define CLEARDAYS_ADD_SEALS 1033
#define CLEARDAYS_ALL_SEALS 15 /* F_SEAL_SEAL, F_SEAL_SHRINK, F_SEAL_GROW, F_SEAL_WRITE */
extern int memfd_create(const char *name, unsigned int flags);
extern int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path, unsigned int flags);
