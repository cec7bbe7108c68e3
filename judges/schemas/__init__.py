# SPDX-License-Identifier: Apache-2.0
"""Judges of the JSON Schemas by which editors know the files of a workspace."""
