"""What a worker may take of the machine, said to the system itself: memory, processor time, no files written, no connections, no programs."""

from __future__ import annotations

import ctypes
import platform
import resource

# linux/seccomp.h, linux/prctl.h, linux/filter.h
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2
_LOAD, _JUMP_EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | 1  # the call fails with EPERM
_REFUSED = {
    # socket, connect, execve, fork, vfork, ptrace, execveat, io_uring_setup
    "x86_64": (0xC000003E, (41, 42, 59, 57, 58, 101, 322, 425)),
    # socket, connect, execve, ptrace, execveat, io_uring_setup
    "aarch64": (0xC00000B7, (198, 203, 221, 117, 281, 425)),
}  # fmt: skip


class _Instruction(ctypes.Structure):
    _fields_ = (("code", ctypes.c_uint16), ("jt", ctypes.c_uint8), ("jf", ctypes.c_uint8), ("k", ctypes.c_uint32))


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_uint16), ("filter", ctypes.POINTER(_Instruction)))


def confine(memory: int) -> bool:
    """Keep this process within ``memory`` bytes, from writing files, and away from network and programs; no way back.

    Whether the system takes the last part: on a kernel without it what keeps a query from the network is that the text is refused before.
    """
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return _cut_off()


def allow_seconds(seconds: float) -> None:
    """Processor time from now on, after which the system ends this process: for the case that nobody is left to end it."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime + seconds) + 2
    resource.setrlimit(resource.RLIMIT_CPU, (most, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _cut_off() -> bool:
    if platform.machine() not in _REFUSED:
        return False
    architecture, calls = _REFUSED[platform.machine()]
    steps = [(_LOAD, 0, 0, 4), (_JUMP_EQUAL, 1, 0, architecture), (_RETURN, 0, 0, _REFUSE), (_LOAD, 0, 0, 0)]
    steps += [(_JUMP_EQUAL, len(calls) - place, 0, call) for place, call in enumerate(calls)]
    steps += [(_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _REFUSE)]
    program = _Program(len(steps), (_Instruction * len(steps))(*(_Instruction(*step) for step in steps)))
    system = ctypes.CDLL(None, use_errno=True)
    return not (system.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) or system.prctl(_SECCOMP, _FILTER, ctypes.byref(program), 0, 0))
