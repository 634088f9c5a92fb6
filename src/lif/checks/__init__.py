"""The rules: questions put to the register, whose answers are findings; one module for each family."""
