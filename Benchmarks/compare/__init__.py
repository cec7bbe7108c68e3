# SPDX-License-Identifier: Apache-2.0
"""The comparison benchmark: Cleardays beside other typesetters on the same content. Benchmarks/README.md says how to run it."""
