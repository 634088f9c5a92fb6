"""What a record is: one frozen class for each kind, in modules named for the part of the framework."""
