"""The `claims` table: quantities, status, existence and law, as somebody says that they are."""
