// SPDX-License-Identifier: Apache-2.0
// What Linux has and the Glibc module of Swift leaves out.

#include <sys/eventfd.h>
#include <sys/vfs.h>
