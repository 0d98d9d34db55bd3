#pragma once

/// For tests: the writes and syncs of a process that links this fail, or it dies by SIGKILL just before one of them
/// reaches the kernel.

/// Counts from 0 again. The call of number `at`, 1 for the first, fails with `error` (an errno), each later one too
/// when `for_ever`; where `error` is 0 the process is killed instead. `at` 0: none.
void fault_arm(long at, int error, int for_ever);

/// Writes, syncs and truncations since `fault_arm`.
long fault_count(void);
