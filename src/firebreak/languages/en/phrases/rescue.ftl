## Distress and rescue

search-and-rescue = We are searching for people in distress. Position: { $place }. Radius: { $radius_m } m. Start: { $at }. Please do not interfere and do not fire there.
    .spoken = search and rescue

we-rescued-your-people =
    We have rescued { $count ->
        [one] { $count } person
       *[other] { $count } people
    } of yours. Position: { $place }. Time: { $at }. Please call us to arrange the return.
    .spoken = we rescued your people

craft-in-distress =
    { $craft ->
        [aeroplane] Our aeroplane
        [helicopter] Our helicopter
        [drone] Our drone
        [ship] Our ship
       *[vehicle] Our vehicle
    } is in distress. Persons on board: { $people }. Position: { $place }. Time: { $at }. Please help.
    .spoken = mayday, we need help

person-overboard =
    { $count ->
        [one] { $count } person
       *[other] { $count } persons
    } overboard. Position: { $place }. Time: { $at }. Please keep a lookout.
    .spoken = person overboard

medical-help-needed =
    We need medical help for { $count ->
        [one] { $count } person
       *[other] { $count } persons
    }. Position: { $place }. Time: { $at }.
    .spoken = medical help needed

tow-needed = Our ship is disabled and needs a tow. Position: { $place }. Drift: { NUMBER($heading, minimumIntegerDigits: 3) }°, { $speed_kn } kn.
    .spoken = we need a tow

abandoning-ship = We are abandoning our ship. Persons in boats and rafts: { $people }. Position: { $place }. Time: { $at }.
    .spoken = abandoning ship

join-search-please = Please join a search for missing persons. Number: { $people }. Position: { $place }. Radius: { $radius_m } m. Missing since { $at }.
    .spoken = please join the search

we-join-search =
    { $craft ->
        [aeroplane] Our aeroplane
        [helicopter] Our helicopter
        [drone] Our drone
        [ship] Our ship
       *[vehicle] Our vehicle
    } joins the search and will be there in { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }. Position: { $place }.
    .spoken = we join the search

search-coordinator = Our desk “{ $desk }” coordinates the search. Frequency: { $frequency_khz } kHz. Position: { $place }.
    .spoken = we coordinate the search

search-ended =
    The search there has ended. Rescued: { $count ->
        [one] { $count } person
       *[other] { $count } persons
    }. Position: { $place }. Time: { $at }.
    .spoken = search has ended

no-one-found = The search there has ended. Nobody was found. Position: { $place }. Time: { $at }.
    .spoken = no one found
