"""The engine: questions, conditions, rules, the plan that answers call for, and reading what was typed; dates.

It may import `calculators.sources` and `calculators.actions`; never guides, areas, audit or output.
"""
