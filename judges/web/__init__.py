# SPDX-License-Identifier: Apache-2.0
"""Judges of the pages for the web: in a browser, by axe, and by the Nu HTML checker."""
