"""What a text cites: charters, treaties, laws and resolutions by their names, and their provisions."""
