"""Tests of the calculators: properties over every answer, approved tables, cases."""
