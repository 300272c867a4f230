## Close approach

your-craft-is-close =
    { $craft ->
        [aeroplane] Your aeroplane
        [helicopter] Your helicopter
        [drone] Your drone
        [ship] Your ship
       *[vehicle] Your vehicle
    } is close to our units. Distance: { $distance_m } m. Bearing from us: { NUMBER($bearing, minimumIntegerDigits: 3) }°. Position: { $place }. Time: { $at }.
    .spoken = you are close to us

please-keep-distance =
    Please keep { $craft ->
        [aeroplane] your aeroplane
        [helicopter] your helicopter
        [drone] your drone
        [ship] your ship
       *[vehicle] your vehicle
    } at least { $distance_m } m away from us. Position: { $place }.
    .spoken = please keep your distance

we-keep-distance =
    { $craft ->
        [aeroplane] Our aeroplane
        [helicopter] Our helicopter
        [drone] Our drone
        [ship] Our ship
       *[vehicle] Our vehicle
    } stays at least { $distance_m } m away from you. Position: { $place }.
    .spoken = we keep our distance

closest-approach =
    Closest approach of { $craft ->
        [aeroplane] your aeroplane
        [helicopter] your helicopter
        [drone] your drone
        [ship] your ship
       *[vehicle] your vehicle
    } to us: { $distance_m } m. Position: { $place }. Time: { $at }.
    .spoken = closest approach

we-are-observing =
    { $craft ->
        [aeroplane] Our aeroplane
        [helicopter] Our helicopter
        [drone] Our drone
        [ship] Our ship
       *[vehicle] Our vehicle
    } is observing from a distance and will not interfere. Position: { $place }. From { $at } to { $until }.
    .spoken = we are observing

your-manoeuvre-was-dangerous =
    A manoeuvre of { $craft ->
        [aeroplane] your aeroplane
        [helicopter] your helicopter
        [drone] your drone
        [ship] your ship
       *[vehicle] your vehicle
    } endangered us. Distance: { $distance_m } m. Position: { $place }. Time: { $at }. Please prevent a repetition.
    .spoken = your manoeuvre was dangerous

state-your-intentions =
    What does { $craft ->
        [aeroplane] your aeroplane
        [helicopter] your helicopter
        [drone] your drone
        [ship] your ship
       *[vehicle] your vehicle
    } intend to do? Position: { $place }. Time: { $at }.
    .spoken = what are your intentions

we-keep-course-and-speed =
    { $craft ->
        [aeroplane] Our aeroplane
        [helicopter] Our helicopter
        [drone] Our drone
        [ship] Our ship
       *[vehicle] Our vehicle
    } keeps course and speed. Course: { NUMBER($heading, minimumIntegerDigits: 3) }°. Speed: { $speed_kn } kn. Position: { $place }.
    .spoken = we keep course and speed

we-are-turning-away =
    { $craft ->
        [aeroplane] Our aeroplane
        [helicopter] Our helicopter
        [drone] Our drone
        [ship] Our ship
       *[vehicle] Our vehicle
    } is turning away from you. New course: { NUMBER($heading, minimumIntegerDigits: 3) }°. Position: { $place }.
    .spoken = we are turning away

identify-craft =
    Is this { $craft ->
        [aeroplane] aeroplane
        [helicopter] helicopter
        [drone] drone
        [ship] ship
       *[vehicle] vehicle
    } yours? Position: { $place }. Course: { NUMBER($heading, minimumIntegerDigits: 3) }°. Time: { $at }.
    .spoken = is it yours

craft-is-ours =
    That { $craft ->
        [aeroplane] aeroplane
        [helicopter] helicopter
        [drone] drone
        [ship] ship
       *[vehicle] vehicle
    } is ours. Call sign: { $callsign }. Position: { $place }.
    .spoken = it is ours

craft-is-not-ours =
    That { $craft ->
        [aeroplane] aeroplane
        [helicopter] helicopter
        [drone] drone
        [ship] ship
       *[vehicle] vehicle
    } is not ours. Position: { $place }. Time: { $at }.
    .spoken = it is not ours

we-stay-on-our-side =
    { $craft ->
        [aeroplane] Our aeroplane
        [helicopter] Our helicopter
        [drone] Our drone
        [ship] Our ship
       *[vehicle] Our vehicle
    } will be near the line between us and will not cross it. Position: { $place }. From { $at } to { $until }.
    .spoken = we will not cross the line
