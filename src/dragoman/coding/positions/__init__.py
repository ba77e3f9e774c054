"""The `positions` table: who stands how to whom and to what."""
