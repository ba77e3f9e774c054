"""The `relations` table: bonds and quarrels, since when and until when."""
