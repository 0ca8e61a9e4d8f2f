"""The parts of pages that are made from data: front matter, pictures, cards, scenarios, coverage, safety case, licences.

They may import `calculators`; each gives Markdown or HTML and writes nothing.
"""
