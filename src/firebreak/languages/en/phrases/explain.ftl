## Explanations

please-explain =
    Please explain within { $hours ->
        [one] { $hours } hour
       *[other] { $hours } hours
    } what happened there. Position: { $place }. Time: { $at }.
    .spoken = please explain

explain-activity =
    Please explain within { $hours ->
        [one] { $hours } hour
       *[other] { $hours } hours
    } what this is for: { $seen ->
        [troops] gathering of troops
        [flights] unusual flights
        [ships] gathering of ships
        [firing] firing
        [construction] construction near the line
       *[jamming] radio interference
    }. Position: { $place }. Time: { $at }.
    .spoken = explain this activity

explanation-follows = Our explanation of what you asked at { $at } follows by { $until }.
    .spoken = explanation will follow

routine-activity = That is a planned activity of ours and not directed against you. Position: { $place }. From { $at } to { $until }.
    .spoken = planned activity

explanation-incomplete =
    Thank you for your explanation of { $at }. Please add: { $detail ->
        [purpose] purpose
        [size] number of forces
        [duration] duration
        [area] area
       *[unit] unit
    }.
    .spoken = please add details

visit-offered =
    We invite your observers to see it: up to { $count ->
        [one] { $count } person
       *[other] { $count } persons
    }. Position: { $place }. Time: { $at }.
    .spoken = observers are invited

no-such-activity = We know of no such activity of ours there. Position: { $place }. Time: { $at }. We will check again.
    .spoken = no such activity known

report-not-from-us =
    The report seen in { $medium ->
        [television] television
        [newspapers] newspapers
        [social-media] social media
        [radio] radio
       *[telephone-call] a telephone call
    } does not come from us. Time: { $at }.
    .spoken = report is not from us
