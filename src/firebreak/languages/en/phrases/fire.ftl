## Fire and cease-fire

please-hold-fire =
    Please hold your fire for a time. Purpose: { $purpose ->
        [evacuation] evacuation
        [medical-help] medical help
        [recovery-of-dead] recovery of the dead
        [repair-work] repair work
       *[aid-delivery] delivery of aid
    }. Position: { $place }. Radius: { $radius_m } m. From { $at } to { $until }.
    .spoken = please hold fire

we-ceased-fire = We have ceased fire there. Position: { $place }. Time: { $at }.
    .spoken = we have ceased fire

ceasefire-proposed = We propose a cease-fire there. Position: { $place }. Radius: { $radius_m } m. From { $at } to { $until }.
    .spoken = cease-fire proposed

ceasefire-accepted = We agree to the cease-fire there. Position: { $place }. From { $at } to { $until }.
    .spoken = cease-fire accepted

ceasefire-not-possible =
    We cannot agree to the cease-fire. Reason: { $obstacle ->
        [no-contact-with-unit] no contact with the unit
        [not-our-unit] it is not our unit
        [danger-to-our-people] danger to our people
        [outside-our-authority] outside our authority
       *[technical-failure] technical failure
    }. We will speak about it again by { $until }.
    .spoken = cease-fire not possible

ceasefire-ordered = Our units there have orders to cease fire. Position: { $place }. The order takes effect at { $at }.
    .spoken = cease-fire is ordered

ceasefire-extended = We propose to prolong the cease-fire there. Position: { $place }. New end: { $until }.
    .spoken = prolong cease-fire

ceasefire-ends-as-agreed = The cease-fire there ends as agreed and has not been prolonged. Position: { $place }. Time: { $at }.
    .spoken = cease-fire ends as agreed

fire-during-ceasefire =
    We have noticed fire from your side during the cease-fire. Position: { $place }. Time: { $at }. Please check it and answer within { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }.
    .spoken = fire during cease-fire

we-are-not-returning-fire = We are under fire there and are not returning it. Position: { $place }. Time: { $at }.
    .spoken = we are not returning fire

we-are-halting = Our units there are halting where they are. Position: { $place }. Time: { $at }.
    .spoken = our units are halting

we-are-withdrawing =
    We are withdrawing { $moved ->
        [troops] troops
        [tanks] tanks
        [artillery] artillery
        [missiles] missile systems
       *[ships] ships
    }. From: { $start }. To: { $goal }. From { $at } to { $until }.
    .spoken = we are withdrawing
