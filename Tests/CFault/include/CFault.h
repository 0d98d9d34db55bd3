#pragma once

/// For tests: a process that links this dies by SIGKILL just before one of its writes or syncs reaches the kernel.

/// Counts from 0 again and kills at the write of that number, 1 for the first; 0 kills at none.
void fault_arm(long kill_at);

/// Writes, syncs and truncations since `fault_arm`.
long fault_count(void);
