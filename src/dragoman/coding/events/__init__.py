"""The `events` table: acts, who does them to whom, when, and whether they are done."""
