"""What the commands share: their options, opening an archive, and ways to show rows."""
