"""Voice notes: up to thirty seconds of speech, stored and forwarded (`spec/sound.md`)."""
