## Aircraft and airspace

we-are-launching-aircraft =
    We are launching { $count } aircraft. Purpose: { $activity ->
        [training] training
        [patrol] patrol
        [transport] transport
        [search-and-rescue] search and rescue
        [medical-evacuation] medical evacuation
       *[reconnaissance] reconnaissance
    }. Position: { $place }. Time: { $at }.
    .spoken = launching aircraft

flight-operations = Our ship is launching or recovering aircraft and cannot manoeuvre freely. Please keep clear. Position: { $place }. Course: { NUMBER($heading, minimumIntegerDigits: 3) }°. Until { $until }.
    .spoken = flight operations

helicopter-over-stern = Our ship has helicopters working over its stern. Position: { $place }. Course: { NUMBER($heading, minimumIntegerDigits: 3) }°. Until { $until }.
    .spoken = helicopters over stern

aircraft-lost-radio = Our aircraft { $callsign } has lost radio contact. Last position. Position: { $place }. Altitude: { $altitude_ft } ft. Course: { NUMBER($heading, minimumIntegerDigits: 3) }°. Time: { $at }.
    .spoken = aircraft lost radio

aircraft-is-lost = Our aircraft { $callsign } does not know its position. Last known position. Position: { $place }. Time: { $at }. Please help to guide it back.
    .spoken = aircraft is lost

aircraft-hijacked = Aircraft { $callsign } has been hijacked. Position: { $place }. Altitude: { $altitude_ft } ft. Course: { NUMBER($heading, minimumIntegerDigits: 3) }°. Time: { $at }. There are people on board.
    .spoken = aircraft is hijacked

we-are-intercepting = Our aircraft is accompanying { $callsign } to identify it and guide it. Position: { $place }. Altitude: { $altitude_ft } ft. Time: { $at }. This is not an attack.
    .spoken = we are identifying an aircraft

emergency-landing-requested =
    Our aircraft { $callsign } asks to land at your airfield in { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }. Reason: { $cause ->
        [navigation-error] navigation error
        [weather] weather
        [technical-failure] technical failure
       *[medical-emergency] medical emergency
    }. Position: { $place }.
    .spoken = request emergency landing

landing-permitted = Your aircraft { $callsign } may land there. Position: { $place }. Frequency: { $frequency_khz } kHz. Until { $until }.
    .spoken = you may land

airspace-closed = Airspace on our side is closed up to { $altitude_ft } ft. Position: { $place }. Radius: { $radius_m } m. From { $at } to { $until }.
    .spoken = airspace is closed

airspace-open = Airspace on our side is open again. Position: { $place }. Radius: { $radius_m } m. Time: { $at }.
    .spoken = airspace is open

overflight-requested =
    We ask for overflight of { $callsign }. Purpose: { $flight ->
        [medical] medical flight
        [aid] aid flight
        [rescue] search and rescue
        [state] state flight
       *[civil] civil flight in distress
    }. From: { $start }. To: { $goal }. Between { $at } and { $until }.
    .spoken = request overflight

overflight-granted = Overflight of { $callsign } is permitted. Altitude: { $altitude_ft } ft. From { $at } to { $until }.
    .spoken = overflight permitted

medical-flight = Medical flight { $callsign }. From: { $start }. To: { $goal }. Altitude: { $altitude_ft } ft. Departure: { $at }. Please do not fire at it.
    .spoken = medical flight

use-this-frequency = Please contact our aircraft { $callsign } on { $frequency_khz } kHz. Until { $until }.
    .spoken = use this frequency

navigation-disturbed = Satellite navigation is disturbed there. Positions in that area may be wrong. Position: { $place }. Radius: { $radius_m } m. Time: { $at }.
    .spoken = satellite navigation is disturbed

air-traffic-control-down = Our air traffic control cannot serve this airspace. Please hold traffic on your side. Position: { $place }. Radius: { $radius_m } m. Until { $until }.
    .spoken = hold your air traffic
