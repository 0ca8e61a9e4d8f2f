"""Commands that people run: bank holidays, approved tables, seeded slips, hosts, editions by the hundred, the list of materials.

They may import anything; nothing but tests imports them.
"""
