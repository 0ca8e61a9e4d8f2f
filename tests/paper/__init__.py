"""Tests of PDFs and print."""
