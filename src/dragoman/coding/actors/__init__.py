"""The `actors` table: whoever can act."""
