"""The `citations` table: instruments, who cites them and what for."""
