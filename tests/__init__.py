"""Tests, approved tables and fictional scenarios."""
