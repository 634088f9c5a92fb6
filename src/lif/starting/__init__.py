"""A board's repository from nothing, planned as paths and texts before anything is written; its hooks."""
