## Danger now

stop-firing-at =
    Stop firing now. Position: { $place }. { $struck ->
        [our-troops] Our troops are there.
        [civilians] Civilians are there.
        [hospital] A hospital is there.
        [medical-transport] A medical transport is there.
        [aid-convoy] An aid convoy is there.
        [observers] Observers are there.
        [ship] A ship is there.
        [aircraft] An aircraft is there.
        [power-plant] A power plant is there.
       *[dam] A dam is there.
    }
    .spoken = stop firing

you-are-approaching =
    You are approaching { $neared ->
        [our-troops] our troops
        [our-ship] our ship
        [our-aircraft] our aircraft
        [our-border] our border
        [protected-site] a protected site
        [hazard-area] a hazard area
       *[minefield] a minefield
    }. Position: { $place }. Distance: { $distance_m } m.
    .spoken = you are approaching

keep-clear-of =
    Keep clear. Danger: { $hazard ->
        [mines] mines
        [unexploded-ordnance] unexploded ordnance
        [firing] live firing
        [missile-launch] missile launch
        [debris] falling debris
        [fire] fire
        [chemicals] hazardous chemicals
        [radiation] radiation
       *[flood] flood
    }. Position: { $place }. Radius: { $radius_m } m. Until { $until }.
    .spoken = keep clear

change-course =
    Danger to your { $craft ->
        [aeroplane] aeroplane
        [helicopter] helicopter
        [drone] drone
        [ship] ship
       *[vehicle] vehicle
    }. Position: { $place }. Change course to { NUMBER($heading, minimumIntegerDigits: 3) }° now.
    .spoken = change course now

we-lost-control-of =
    We have lost control of { $stray ->
        [drone] a drone
        [missile] a missile
        [aeroplane] an aeroplane
        [ship] a ship
        [balloon] a balloon
       *[mine] a drifting mine
    }. Last position: { $place }. Last course: { NUMBER($heading, minimumIntegerDigits: 3) }°. Time: { $at }. This is not an attack.
    .spoken = we have lost control

laser-danger =
    Your laser endangers our { $endangered ->
        [aircrew] aircrew
        [ship] ship
        [vehicle] vehicle
       *[people] people
    }. Position: { $place }. Time: { $at }. Please switch it off.
    .spoken = laser danger

interference-danger =
    Radio interference from your side disturbs { $disturbed ->
        [command] our command radio
        [distress] a distress frequency
        [air-traffic] air traffic control
        [navigation] satellite navigation
       *[radar] our radar
    }. Frequency: { $frequency_khz } kHz. Position: { $place }. Please stop it.
    .spoken = stop interference

weapons-pointed-at-us =
    { $weapon ->
        [guns] Guns
        [missile-launchers] Missile launchers
        [torpedo-tubes] Torpedo tubes
       *[fire-control-radar] Fire-control radars
    } on your side point at our units. Position: { $place }. Time: { $at }. Please turn them away.
    .spoken = turn weapons away

unknown-object-towards-you =
    An unknown { $unknown ->
        [drone] drone
        [missile] missile
        [aeroplane] aeroplane
        [ship] ship
       *[balloon] balloon
    } is moving towards your side. It is not ours. Position: { $place }. Course: { NUMBER($heading, minimumIntegerDigits: 3) }°. Time: { $at }.
    .spoken = unknown object, not ours

launched-in-error =
    { $stray ->
        [drone] A drone
        [missile] A missile
        [aeroplane] An aeroplane
        [ship] A ship
        [balloon] A balloon
       *[mine] A mine
    } left our side by mistake. This is not an attack. From: { $start }. Expected at: { $goal }. Time: { $at }.
    .spoken = launched in error, not an attack

fire-close-to =
    Your fire is falling close to { $threatened ->
        [our-troops] our troops
        [civilians] civilians
        [hospital] a hospital
        [school] a school
        [plant] an industrial plant
       *[ship] a ship
    }. Distance: { $distance_m } m. Position: { $place }. Time: { $at }. Please check and stop it.
    .spoken = your fire is too close

collision-risk =
    Risk of collision with { $craft ->
        [aeroplane] your aeroplane
        [helicopter] your helicopter
        [drone] your drone
        [ship] your ship
       *[vehicle] your vehicle
    }. Distance: { $distance_m } m. Closest approach in { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }. Position: { $place }.
    .spoken = risk of collision

move-people-away =
    Please move your people away from there. Danger: { $hazard ->
        [mines] mines
        [unexploded-ordnance] unexploded ordnance
        [firing] live firing
        [missile-launch] missile launch
        [debris] falling debris
        [fire] fire
        [chemicals] hazardous chemicals
        [radiation] radiation
       *[flood] flood
    }. Position: { $place }. Radius: { $radius_m } m. By { $until } at the latest.
    .spoken = move people away

drifting-mine-sighted = A drifting mine has been sighted. Position: { $place }. Drift: { NUMBER($heading, minimumIntegerDigits: 3) }°. Time: { $at }.
    .spoken = drifting mine

gas-cloud =
    Hazardous release: { $substance ->
        [chlorine] chlorine
        [ammonia] ammonia
        [fuel] fuel
        [smoke] toxic smoke
       *[unknown] substance not known
    }. Position: { $place }. The cloud drifts towards { NUMBER($bearing, minimumIntegerDigits: 3) }°. Time: { $at }. This is not an attack.
    .spoken = dangerous cloud

danger-over = The danger we reported there has passed. Position: { $place }. Time: { $at }.
    .spoken = danger has passed
