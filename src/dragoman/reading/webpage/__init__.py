"""A web page taken apart: its tree, what it says of itself, what is not its text, its blocks, and their places."""
