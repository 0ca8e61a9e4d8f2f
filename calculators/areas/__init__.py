"""The local arrangements of an area: their model, the reader of an area's file, and the files.

It may import `calculators.sources` and `calculators.actions`; nothing else here knows how an area is written down.
"""
