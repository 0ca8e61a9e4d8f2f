"""The calculators, one file each, with what they share and the catalogue.

They may import the engine, actions, areas and sources; never `calculators.output`, and no guide imports another guide.
"""
