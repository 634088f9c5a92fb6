"""What practitioners are told of what was learned: where it comes from, named safely, and where to go."""
