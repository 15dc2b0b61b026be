"""PURE  Has the C library give back what it no longer needs; to be called before anything large is loaded."""

import ctypes

TRIM_THRESHOLD, MMAP_THRESHOLD, ARENA_MAX = -1, -3, -8
"""As mallopt(3) of glibc numbers them."""

A_LOT = 128 * 1024  # bytes


def be_frugal():
    """One heap for all threads, of which Python lets only one work at a time, and nothing large within it.

    Left alone, glibc makes a heap for each thread, and takes what was large once for small: 25 MB of each
    process. Other C libraries than glibc know nothing of this, and are left as they are.
    """
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (OSError, AttributeError):
        return
    for what, value in ((ARENA_MAX, 1), (MMAP_THRESHOLD, A_LOT), (TRIM_THRESHOLD, A_LOT)):
        mallopt(what, value)
