"""What the pages' Markdown can do that Markdown cannot: citations, fences, paragraph numbers, local values, tables.

Extensions may import `hooks.pages` and `calculators`; never `hooks.site` or MkDocs itself.
"""
