"""What a promise, a refusal, a demand or a wish makes of the act below it."""
