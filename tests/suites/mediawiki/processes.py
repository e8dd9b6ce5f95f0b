"""Processes that end with the test, whatever happens."""
import contextlib
import os
import signal
import socket
import subprocess
import time


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


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
