### The wallboard, and the page on which a public readout is asked for.

title = Lines of { $party }
exercise = EXERCISE
as-of = as of { $at }
away = The node does not answer. Nothing is known of any line.
no-lines = There is no line yet.
since = since { $at }
contact = last contact
never = never
watch = on watch here
their-watch = on watch there
nobody = nobody
no-link = no link
ask-title = Public readout
ask-line = Line
ask-since = First day
ask-until = Last day
ask-language = Language
ask = Show
contacts = Contacts between { $ours } and { $theirs }
