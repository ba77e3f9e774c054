"""Printed pages: lines with their places on the paper, what stands on every page, and paragraphs."""
