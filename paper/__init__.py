"""Makes PDFs of the built site: `make pdf`."""
