# SPDX-License-Identifier: Apache-2.0
"""The judge of text that runs from right to left: what the readers of PDF make of it."""
