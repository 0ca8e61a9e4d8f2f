"""What people do, each step worded once, who takes it and which meeting belongs to it: data files that an editor can change.

It may import `calculators.sources` only; it knows nothing of questions, rules or HTML.
"""
