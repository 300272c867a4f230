"""The one place that wires shells together: a party's folder, its ceremonies, its running node."""
