"""Charts as SVG, drawn here: they are there before any script, can be printed, and each mark is a link to what it counts."""
