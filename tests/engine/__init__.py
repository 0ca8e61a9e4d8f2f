"""Tests of the engine, the sources and what is typed."""
