# SPDX-License-Identifier: Apache-2.0
"""Judges of open data: pandas, a validator of CSV on the Web, and the JSON Schema of a round."""
