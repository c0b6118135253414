"""onrecord: who said what, who did what, to whom, and when, each entry traceable to its words."""
