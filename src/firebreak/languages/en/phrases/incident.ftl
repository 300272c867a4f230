## Incidents

accident-not-attack =
    This was an accident, not an attack: { $accident ->
        [weapon-discharge] a weapon was fired unintentionally
        [missile-malfunction] a missile malfunctioned
        [aircraft-crash] an aircraft crashed
        [ship-collision] ships collided
        [explosion] there was an explosion
       *[drone-loss] a drone was lost
    }. Position: { $place }. Time: { $at }.
    .spoken = accident, not an attack

unintended-entry =
    Our { $craft ->
        [aeroplane] aeroplane
        [helicopter] helicopter
        [drone] drone
        [ship] ship
       *[vehicle] vehicle
    } entered your area unintentionally. Cause: { $cause ->
        [navigation-error] navigation error
        [weather] weather
        [technical-failure] technical failure
       *[medical-emergency] medical emergency
    }. Position: { $place }. Time: { $at }. Please do not open fire.
    .spoken = unintended entry

not-our-fire = We did not fire there. Position: { $place }. Time: { $at }.
    .spoken = not our fire

damage-on-our-side =
    Damage on our side: { $harmed ->
        [building] building
        [ship] ship
        [aircraft] aircraft
        [vehicle] vehicle
        [power] power supply
       *[none] none
    }. Injured: { $injured ->
        [one] { $injured } person
       *[other] { $injured } persons
    }. Position: { $place }. Time: { $at }.
    .spoken = damage on our side

no-one-hurt = Nobody was hurt there on our side. Position: { $place }. Time: { $at }.
    .spoken = no one was hurt

our-fire-by-mistake = Our fire fell on your side by mistake. It has been stopped. Position: { $place }. Time: { $at }.
    .spoken = our fire, by mistake

we-are-investigating = We are investigating what happened there. Position: { $place }. Time: { $at }. You will have our findings by { $until }.
    .spoken = we are investigating

our-account-follows = Our account of the incident follows by { $until }. Position: { $place }. Time: { $at }.
    .spoken = our account will follow

keep-the-evidence = Please leave everything there as it is until both sides have seen it. Position: { $place }. Time: { $at }.
    .spoken = leave everything as it is

meeting-proposed =
    We propose a meeting of { $level ->
        [duty-officers] duty officers
        [commanders] commanders
        [experts] experts
       *[principals] principals
    }. Position: { $place }. Time: { $at }.
    .spoken = we propose a meeting

crossed-by-mistake =
    { $count ->
        [one] { $count } person
       *[other] { $count } persons
    } of ours crossed to your side by mistake. Position: { $place }. Time: { $at }. Please arrange the return with us.
    .spoken = crossed by mistake

we-hold-your-people =
    { $count ->
        [one] { $count } person
       *[other] { $count } persons
    } of yours: with us and safe. Position: { $place }. Time: { $at }.
    .spoken = your people are safe

return-of-craft =
    We are ready to return { $craft ->
        [aeroplane] your aeroplane
        [helicopter] your helicopter
        [drone] your drone
        [ship] your ship
       *[vehicle] your vehicle
    }. Position: { $place }. Time: { $at }.
    .spoken = ready to return it
