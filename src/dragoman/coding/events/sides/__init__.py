"""Sides of an act that its rule leaves open, or that grammar gets wrong."""
