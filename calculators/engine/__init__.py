"""The engine: questions, conditions, rules, deciding and reading what was typed; dates and working days.

It may import `calculators.sources` and the names of `calculators.actions`; never guides, areas, audit or output.
"""
