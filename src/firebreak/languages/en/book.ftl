### What forms and lists say around the agreed phrases. Not part of the book: nobody agrees it.

## Topics

topic-danger = Danger now
topic-fire = Fire and cease-fire
topic-approach = Close approach
topic-sea = Manoeuvres at sea
topic-air = Aircraft and airspace
topic-exercise = Exercises, firing, launches
topic-aid = Aid and protected sites
topic-rescue = Distress and rescue
topic-grid = Power, plants, pipes
topic-incident = Incidents
topic-explain = Explanations
topic-message = About messages
topic-call = Calls
topic-line = The line

## Parts

slot-accident = What happened
slot-activity = Purpose
slot-affected = What is affected
slot-altitude_ft = Altitude
slot-at = Time
slot-bearing = Direction
slot-cable = Kind of cable
slot-callsign = Call sign
slot-carried = What it carries
slot-cause = Cause
slot-checked = What is checked
slot-closure = Reason
slot-count = How many
slot-craft = Craft
slot-desk = Desk
slot-detail = What is missing
slot-disturbed = What is disturbed
slot-distance_m = Distance
slot-dose_usvh = Dose rate
slot-endangered = Who is endangered
slot-facility = Facility
slot-flight = Kind of flight
slot-flow_m3s = Flow
slot-frequency_khz = Frequency
slot-goal = To
slot-harmed = What is damaged
slot-hazard = Danger
slot-heading = Course
slot-hours = Hours
slot-injured = How many injured
slot-level = Level
slot-link = Link
slot-medium = Where it was seen
slot-millihertz = Grid frequency
slot-minutes = Minutes
slot-moved = What is withdrawn
slot-neared = What is approached
slot-number = Number
slot-obstacle = Reason
slot-people = How many people
slot-place = Position
slot-power_mw = Power
slot-purpose = Purpose
slot-radius_m = Radius
slot-seconds = Seconds
slot-seen = What was seen
slot-side = Side
slot-site = Kind of site
slot-speed_kn = Speed
slot-start = From
slot-stray = What
slot-struck = Who is there
slot-substance = Substance
slot-threatened = Who is there
slot-tongue = Language
slot-traveller = Who
slot-unknown = What
slot-until = Until
slot-right = Right time
slot-proposed = Proposed time
slot-done = Done at
slot-voltage_kv = Voltage
slot-weapon = Weapon

## Units

unit-m = m
unit-min = min
unit-h = h
unit-s = s
unit-degrees = °
unit-kn = kn
unit-ft = ft
unit-kHz = kHz
unit-MW = MW
unit-mHz = mHz
unit-kV = kV
unit-uSv-h = µSv/h
unit-m3-s = m³/s
