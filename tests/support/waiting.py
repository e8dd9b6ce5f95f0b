"""Waiting for what a test needs, and for no time."""
import os
import pathlib
import time


def wait_until(condition, seconds=120):
    """Asks until it is so; fails when it never becomes so."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise AssertionError("what was waited for did not come")
        time.sleep(0.02)


def seconds_worked(process_id):
    """Processor time that a process has taken so far."""
    after_name = pathlib.Path(f"/proc/{process_id}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")


def wait_until_at_work(process_id, seconds=1.0):
    """Until a process has worked for so long from now on: longer than it takes to begin with a statement."""
    before = seconds_worked(process_id)
    wait_until(lambda: seconds_worked(process_id) > before + seconds)
