"""A result as HTML, text, JSON, a record and a calendar file: each renders what was decided, none decides.

It may import everything in `calculators` but `browser` and `__main__`; nothing below imports it.
"""
