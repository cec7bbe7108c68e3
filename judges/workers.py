# SPDX-License-Identifier: Apache-2.0
"""Processes that judge side by side."""

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor


def workers(most: int) -> ProcessPoolExecutor:
    """Processes to judge in, begun afresh: the threads of a library do not survive a fork."""
    return ProcessPoolExecutor(min(most, os.cpu_count() or 1), mp_context=multiprocessing.get_context("spawn"))
