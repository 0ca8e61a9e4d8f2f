"""The local arrangements of an area: their model, their words, the reader of an area's file, and the files.

It may import `calculators.sources`, `calculators.actions` and the dates of the engine; only `reader`,
`from_tables`, `tables`, `keys` and `values` know how an area is written down, and the browser needs them in the editor alone.
"""
