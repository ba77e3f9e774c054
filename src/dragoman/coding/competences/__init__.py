"""The `competences` table: what offices may and shall do by law."""
