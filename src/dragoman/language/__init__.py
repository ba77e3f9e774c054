"""Passages -> sentences, dates, quotations, and the parse."""
