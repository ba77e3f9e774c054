"""One parsed sentence as every coder works on it: its predicates, its phrases, whose words its clauses are."""
