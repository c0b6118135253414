"""Pictures of a record, worked out here and drawn by the templates as SVG: they need no script, can be printed and archived."""
