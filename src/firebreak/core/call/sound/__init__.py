"""What both sides sign about the sound of a call (`spec/sound.md`, decisions/0011)."""
