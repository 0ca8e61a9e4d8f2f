"""Tests of pages and of the built folder."""
