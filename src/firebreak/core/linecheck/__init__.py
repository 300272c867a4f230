"""Line checks on an agreed calendar, and the announced suspension of a line."""
