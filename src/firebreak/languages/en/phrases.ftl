### Agreed phrases. Each text is signed for by its meaning: a change here changes the book and must be agreed.
### "We" is the side that sends. Names in brackets are code words and stay as they are.

## How parts of a phrase are shown

place-read-back = { $decimal } ({ $minutes }; check digits { $digits })
unknown-phrase = Phrase { $phrase } of book { $book } is not known here. Parameters: { $parameters }
unfit-phrase = Phrase { $phrase } was sent with parameters that do not fit. Parameters: { $parameters }

## Danger

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
change-course =
    Danger to your { $craft ->
        [aeroplane] aeroplane
        [helicopter] helicopter
        [drone] drone
        [ship] ship
       *[vehicle] vehicle
    }. Position: { $place }. Change course to { NUMBER($heading, minimumIntegerDigits: 3) }° now.
we-lost-control-of =
    We have lost control of { $stray ->
        [drone] a drone
        [missile] a missile
        [aeroplane] an aeroplane
        [ship] a ship
        [balloon] a balloon
       *[mine] a drifting mine
    }. Last position: { $place }. Last course: { NUMBER($heading, minimumIntegerDigits: 3) }°. Time: { $at }. This is not an attack.

## Intent

we-are-launching-aircraft =
    We are launching { $count } aircraft. Purpose: { $activity ->
        [training] training
        [patrol] patrol
        [transport] transport
        [search-and-rescue] search and rescue
        [medical-evacuation] medical evacuation
       *[reconnaissance] reconnaissance
    }. Position: { $place }. Time: { $at }.
we-will-fire-for-training = We will fire for training only. Position: { $place }. Radius: { $radius_m } m. From { $at } to { $until }. Please keep clear.
we-are-moving-convoy =
    We are moving a convoy of { $count ->
        [one] { $count } vehicle
       *[other] { $count } vehicles
    }. From: { $start }. To: { $goal }. Departure: { $at }.
we-are-towing = We are towing and can hardly manoeuvre. Position: { $place }. Course: { NUMBER($heading, minimumIntegerDigits: 3) }°. Keep at least { $distance_m } m away.
search-and-rescue = We are searching for people in distress. Position: { $place }. Radius: { $radius_m } m. Start: { $at }. Please do not interfere and do not fire there.
we-are-clearing-mines = We are clearing mines. Position: { $place }. Radius: { $radius_m } m. From { $at } to { $until }. Explosions there are not an attack.

## Incident

accident-not-attack =
    This was an accident, not an attack: { $accident ->
        [weapon-discharge] a weapon was fired unintentionally
        [missile-malfunction] a missile malfunctioned
        [aircraft-crash] an aircraft crashed
        [ship-collision] ships collided
        [explosion] there was an explosion
       *[drone-loss] a drone was lost
    }. Position: { $place }. Time: { $at }.
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
not-our-fire = We did not fire there. Position: { $place }. Time: { $at }.
we-rescued-your-people =
    We have rescued { $count ->
        [one] { $count } person
       *[other] { $count } people
    } of yours. Position: { $place }. Time: { $at }. Please call us to arrange the return.

## Request

call-me-now = Call our desk “{ $desk }” now.
please-confirm-receipt =
    Please confirm within { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    } that a person has read our last message.
please-explain =
    Please explain within { $hours ->
        [one] { $hours } hour
       *[other] { $hours } hours
    } what happened there. Position: { $place }. Time: { $at }.
please-hold-fire =
    Please hold your fire for a time. Purpose: { $purpose ->
        [evacuation] evacuation
        [medical-help] medical help
        [recovery-of-dead] recovery of the dead
        [repair-work] repair work
       *[aid-delivery] delivery of aid
    }. Position: { $place }. Radius: { $radius_m } m. From { $at } to { $until }.
please-let-pass =
    Please let pass: { $traveller ->
        [aid-convoy] an aid convoy
        [medical-transport] a medical transport
        [civilians] civilians
        [repair-crew] a repair crew
       *[observers] observers
    }. From: { $start }. To: { $goal }. Between { $at } and { $until }.
please-say-again = Please repeat your last message. We could not use it.
interpreter-needed =
    We need an interpreter for { $tongue ->
        [de] German
        [en] English
        [ru] Russian
       *[uk] Ukrainian
    }.

## Answer

message-passed-to = We have passed your message to our desk “{ $desk }”. Time: { $at }.
cannot-comply =
    We cannot do what you ask. Reason: { $obstacle ->
        [no-contact-with-unit] no contact with the unit
        [not-our-unit] it is not our unit
        [danger-to-our-people] danger to our people
        [outside-our-authority] outside our authority
       *[technical-failure] technical failure
    }.
we-ceased-fire = We have ceased fire there. Position: { $place }. Time: { $at }.
please-wait =
    Please wait { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }. We are working on your message.
read-back = We read back the position you gave: { $place }. Is it right?

## Line

line-check = Line check number { $number }. Please answer with the same number.
line-check-answer = Answer to line check number { $number }. Received.
use-other-link =
    Please use another link to us: { $link ->
        [satellite] satellite
        [radio] radio
        [telephone] telephone
        [internet] internet
       *[courier] courier
    }.
planned-works = Planned works on our side. The line may be silent. From { $at } to { $until }. This is not a suspension of the line.
sent-in-error = Our message of { $at } was sent by mistake. Please disregard it. It stays in the record.
