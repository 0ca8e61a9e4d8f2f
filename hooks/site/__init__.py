"""What is done to the built folder: search, feed, content policy, editions, offline copies, the edition for a folder.

It may import `hooks.pages` and `calculators`; each module is a plain function over a folder.
"""
