# SPDX-License-Identifier: Apache-2.0
"""Changes good workspaces at random, and sees that the program ends as it should whatever stands in them."""
