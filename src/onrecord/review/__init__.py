"""The review desk: which entries people look at, what they decide, and what their decisions say about the record."""
