## Manoeuvres at sea

we-are-towing = We are towing and can hardly manoeuvre. Position: { $place }. Course: { NUMBER($heading, minimumIntegerDigits: 3) }°. Keep at least { $distance_m } m away.
    .spoken = towing, keep clear

do-not-cross-ahead = Please do not cross ahead of our ship. Position: { $place }. Course: { NUMBER($heading, minimumIntegerDigits: 3) }°.
    .spoken = do not cross ahead

cannot-alter-course =
    Our ship cannot alter course to { $side ->
        [port] port
       *[starboard] starboard
    }. Position: { $place }.
    .spoken = cannot alter course

steering-failure = The steering gear of our ship has failed. Please keep clear. Position: { $place }. Time: { $at }.
    .spoken = steering has failed

engines-stopped = Our ship has stopped its engines. Position: { $place }. Time: { $at }.
    .spoken = engines are stopped

dangerous-operations = Dangerous operations are in progress. Please keep clear in the direction { NUMBER($bearing, minimumIntegerDigits: 3) }° from there. Position: { $place }. Until { $until }.
    .spoken = dangerous operations

oceanographic-survey = Our ship is carrying out an oceanographic survey. Position: { $place }. Radius: { $radius_m } m. Until { $until }.
    .spoken = oceanographic survey

survey-gear-astern = Our ship is towing survey gear { $distance_m } m astern. Course: { NUMBER($heading, minimumIntegerDigits: 3) }°. Position: { $place }.
    .spoken = survey gear astern

recovering-gear =
    Our ship is recovering survey gear and needs { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }. Position: { $place }.
    .spoken = recovering gear

salvage-operations = Our ship is carrying out salvage work. Position: { $place }. Radius: { $radius_m } m. Until { $until }.
    .spoken = salvage work

refloating-ship = We are trying to refloat a grounded ship. Position: { $place }. Until { $until }.
    .spoken = refloating a ship

moored-fore-and-aft = Our ship is moored fore and aft and cannot move. Please keep clear. Position: { $place }. Radius: { $radius_m } m.
    .spoken = moored, keep clear

anchored-with-gear-out = Our ship is anchored in deep water with survey gear out. Position: { $place }. Radius: { $radius_m } m.
    .spoken = anchored, gear out

proceeding-to-anchor = Our ship is proceeding to its anchorage. Position: { $place }. Course: { NUMBER($heading, minimumIntegerDigits: 3) }°.
    .spoken = proceeding to anchor

will-pass =
    Our ship will pass you on your { $side ->
        [port] port
       *[starboard] starboard
    } side. Distance: { $distance_m } m. Position: { $place }.
    .spoken = I will pass you

will-overtake =
    Our ship will overtake you on your { $side ->
        [port] port
       *[starboard] starboard
    } side. Distance: { $distance_m } m. Position: { $place }.
    .spoken = I will overtake you

formation-manoeuvring = Our formation is manoeuvring. Please keep clear in the direction { NUMBER($bearing, minimumIntegerDigits: 3) }° from there. Position: { $place }. Until { $until }.
    .spoken = formation is manoeuvring

will-approach-side =
    Our ship will come up on your { $side ->
        [port] port
       *[starboard] starboard
    } side to { $distance_m } m. Position: { $place }.
    .spoken = I will approach your side

will-cross-astern = Our ship will cross { $distance_m } m astern of you. Position: { $place }.
    .spoken = I will cross astern

turning-soon =
    Our ship will turn to { $side ->
        [port] port
       *[starboard] starboard
    } in { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }. New course: { NUMBER($heading, minimumIntegerDigits: 3) }°. Position: { $place }.
    .spoken = I will turn soon

formation-turning =
    Our formation is about to alter course to { $side ->
        [port] port
       *[starboard] starboard
    }. New course: { NUMBER($heading, minimumIntegerDigits: 3) }°. Position: { $place }.
    .spoken = formation is turning

manoeuvring-exercise = We are exercising manoeuvres. It is dangerous to be inside the formation. Position: { $place }. Radius: { $radius_m } m. Until { $until }.
    .spoken = stay out of the formation

about-to-submerge = Our submarine is preparing to submerge. Position: { $place }. Course: { NUMBER($heading, minimumIntegerDigits: 3) }°. Time: { $at }.
    .spoken = about to submerge

submarine-surfacing =
    A submarine of ours will surface there within { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }. Please keep clear. Position: { $place }. Radius: { $radius_m } m.
    .spoken = submarine will surface

request-course-and-speed = Please give course, speed and passing intention of your ship. Position: { $place }. Time: { $at }.
    .spoken = give course and speed

fishery-patrol = Our ship is on fishery patrol. Position: { $place }. From { $at } to { $until }.
    .spoken = fishery patrol

replenishment-at-sea = Our ships are replenishing at sea and cannot manoeuvre freely. Please keep clear. Position: { $place }. Course: { NUMBER($heading, minimumIntegerDigits: 3) }°. Until { $until }.
    .spoken = replenishment at sea

boats-launching = Our ship is manoeuvring to launch or recover boats. Please keep clear. Position: { $place }. Radius: { $radius_m } m. Until { $until }.
    .spoken = launching boats
