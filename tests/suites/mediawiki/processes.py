"""Processes that end with the test, whatever happens."""
import contextlib
import os
import pathlib
import random
import signal
import socket
import subprocess
import sys
import time

sys.path.append(str(pathlib.Path(__file__).parents[2] / "support"))
from waiting import wait_until  # the tests of this folder take it from here


def free_port():
    """One that stays free until it is listened at: below those that the system gives to connections."""
    first_given = int(pathlib.Path("/proc/sys/net/ipv4/ip_local_port_range").read_text().split()[0])
    while True:
        port = random.SystemRandom().randrange(min(10_000, first_given - 1000), first_given)
        with contextlib.suppress(OSError), socket.socket() as listener:
            listener.bind(("127.0.0.1", port))
            return port


def start(command, output=subprocess.DEVNULL, **options):
    """A process that ends with the test, even if the test is killed."""
    return subprocess.Popen(["setpriv", "--pdeathsig", "KILL", *command], start_new_session=True, stdin=subprocess.DEVNULL,
                            stdout=output, stderr=output, **options)


def end(process):
    """Ends a process and all that it started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def wait_until_open(port, process, seconds=60):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        if process.poll() is not None:
            raise AssertionError(f"{process.args} ended with {process.returncode}")
        time.sleep(0.02)
    raise AssertionError(f"{process.args} does not listen")
