"""Acts that nouns tell, and not verbs."""
