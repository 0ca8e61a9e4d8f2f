"""What the build adds to Markdown and to MkDocs."""
