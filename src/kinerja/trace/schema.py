"""What a trace holds as JSON, by name."""

SCHEMA = "kinerja.trace/2"

FIGURES = ("quantities", "formula", "worked", "target", "actual", "uncapped", "achievement", "reason", "met")
"""What follows from the rest, and binds."""

GAINED = ("entries", "decree_target")
"""As above, since `kinerja.trace/2`."""

TOLD = ("reading", "notes")
"""What is told beside it; later versions may word it better."""
