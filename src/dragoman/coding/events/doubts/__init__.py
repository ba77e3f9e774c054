"""What events' verbs tell that is no act of a state: everyday doings, words of law, words for blows."""
