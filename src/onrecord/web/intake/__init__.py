"""Pages that are dropped in the browser: kept beside the record, and read into it by a process of their own."""
