"""The framework audit: its lines, sums, files, charts and report.

It may import `calculators.engine` and `calculators.sources`; never a guide or `calculators.output`.
"""
