## Aid and protected sites

please-let-pass =
    Please let pass: { $traveller ->
        [aid-convoy] an aid convoy
        [medical-transport] a medical transport
        [civilians] civilians
        [repair-crew] a repair crew
       *[observers] observers
    }. From: { $start }. To: { $goal }. Between { $at } and { $until }.
    .spoken = please let pass

protected-site =
    A protected site lies there: { $site ->
        [hospital] hospital
        [school] school
        [shelter] shelter for civilians
        [camp] camp for displaced persons
        [water-works] water works
        [food-store] food store
        [culture] cultural property
       *[prison] place of detention
    }. Please protect it. Position: { $place }. Radius: { $radius_m } m.
    .spoken = protected site

protected-site-confirmed = The protected site we reported there is still in use. Position: { $place }. We will confirm it again by { $until }.
    .spoken = site is still protected

protected-site-closed = The protected site we reported there is no longer in use. Position: { $place }. Time: { $at }.
    .spoken = site is closed

aid-convoy-route =
    Aid convoy { $callsign } with { $count ->
        [one] { $count } vehicle
       *[other] { $count } vehicles
    }. From: { $start }. To: { $goal }. Departure: { $at }. Please do not fire at it.
    .spoken = aid convoy

convoy-arrived = Convoy { $callsign } has arrived. Position: { $place }. Time: { $at }.
    .spoken = convoy has arrived

convoy-delayed =
    Convoy { $callsign } is delayed by { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }. Position: { $place }.
    .spoken = convoy is delayed

convoy-stopped = Convoy { $callsign } has been stopped on your side. Please let it go on. Position: { $place }. Time: { $at }.
    .spoken = convoy has been stopped

passage-granted =
    We will let pass: { $traveller ->
        [aid-convoy] an aid convoy
        [medical-transport] a medical transport
        [civilians] civilians
        [repair-crew] a repair crew
       *[observers] observers
    }. From: { $start }. To: { $goal }. Between { $at } and { $until }.
    .spoken = passage granted

corridor-open = The humanitarian corridor is open. From: { $start }. To: { $goal }. From { $at } to { $until }.
    .spoken = corridor is open

corridor-closed =
    The humanitarian corridor is closed. Reason: { $closure ->
        [firing] firing near the route
        [mines] mines on the route
        [damage] damaged road or bridge
        [weather] weather
       *[end] time is over
    }. From: { $start }. To: { $goal }. Time: { $at }.
    .spoken = corridor is closed

evacuation-of-civilians = We are evacuating civilians. Number: { $people }. From: { $start }. To: { $goal }. From { $at } to { $until }. Please do not fire there.
    .spoken = evacuation of civilians

wounded-handover =
    We offer to hand over wounded of yours: { $count ->
        [one] { $count } person
       *[other] { $count } persons
    }. Position: { $place }. Time: { $at }.
    .spoken = handover of wounded

prisoner-exchange =
    We propose an exchange of prisoners: { $count ->
        [one] { $count } person
       *[other] { $count } persons
    } from each side. Position: { $place }. Time: { $at }.
    .spoken = exchange of prisoners

repair-crew-at-work = A repair crew of ours will work there. Please do not fire there. Position: { $place }. Radius: { $radius_m } m. From { $at } to { $until }.
    .spoken = repair crew at work
