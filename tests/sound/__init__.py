"""Sound from desk to desk, in real browsers, judged by the spectrum of what arrives."""
