// SPDX-License-Identifier: Apache-2.0

// The program is linked with mimalloc, whose `malloc` and `free` take the place of the C library's for all that is in the process, Cairo and
// Pango too (docs/decisions/0015-allocator.md). To import it is all that this takes.
import CMimalloc
