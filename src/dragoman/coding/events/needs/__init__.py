"""Conditions that event rules may name in `needs`; `table.NEEDS` is all of them."""
