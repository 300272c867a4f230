"""NOTAM: field by field; the area comes from field E, never from the circle of field Q."""
