"""How fast, how small: run by `make bench`."""
