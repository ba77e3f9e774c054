"""Who is meant by a phrase of a parsed sentence, and in what capacity."""
