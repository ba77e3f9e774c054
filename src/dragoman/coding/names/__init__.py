"""Who is named in a text, before any parse: names, persons, and bodies under their short names."""
