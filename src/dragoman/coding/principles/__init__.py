"""The `principles` table: what is declared, aimed at, promised, or not to be borne."""
