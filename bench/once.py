"""Runs one command and prints its seconds, peak memory in bytes and exit code: small itself, for a reason.

The system counts into a new process's peak what its parent held when it was made. The parent that counts
here is therefore a bare interpreter and not the bench with all that it has loaded.
"""

import os
import subprocess
import sys
import time

began = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
seconds = time.perf_counter() - began
sys.stdout.write(f"{seconds} {usage.ru_maxrss * 1024} {os.waitstatus_to_exitcode(status)}\n")
