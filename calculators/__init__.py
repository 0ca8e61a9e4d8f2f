"""Calculators for harmful sexual behaviour guidance: rules with their sources, and what they say to answers.

Nothing here reads a clock, opens a connection or keeps an answer.
"""

__version__ = "2026.11.1"
