"""One document as every coder sees it: its sentences, whose words they are, and what the whole of it is on."""
