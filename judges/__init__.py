# SPDX-License-Identifier: Apache-2.0
"""Judges of the PDFs that Cleardays writes: what conforms, and what reads well."""
