// SPDX-License-Identifier: Apache-2.0
// What Linux has and the Glibc module of Swift leaves out.

#include <fcntl.h>
#include <sys/eventfd.h>
#include <sys/vfs.h>

// fcntl(2), F_SETLEASE; defined under _GNU_SOURCE alone.
#define CLEARDAYS_SET_LEASE 1024
// rename(2); declared under _GNU_SOURCE alone.
#define CLEARDAYS_RENAME_EXCHANGE 2
extern int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path, unsigned int flags);
