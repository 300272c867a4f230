## About messages

please-confirm-receipt =
    Please confirm within { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    } that a person has read our last message.
    .spoken = please confirm

please-say-again = Please repeat your last message. We could not use it.
    .spoken = please say again

message-passed-to = We have passed your message to our desk “{ $desk }”. Time: { $at }.
    .spoken = message passed on

cannot-comply =
    We cannot do what you ask. Reason: { $obstacle ->
        [no-contact-with-unit] no contact with the unit
        [not-our-unit] it is not our unit
        [danger-to-our-people] danger to our people
        [outside-our-authority] outside our authority
       *[technical-failure] technical failure
    }.
    .spoken = cannot comply

please-wait =
    Please wait { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }. We are working on your message.
    .spoken = please wait

read-back = We read back the position you gave: { $place }. Is it right?
    .spoken = we read back

sent-in-error = Our message of { $at } was sent by mistake. Please disregard it. It stays in the record.
    .spoken = sent in error

understood = We have received and understood your message of { $at }.
    .spoken = received and understood

received-not-understood = We have received your message of { $at } but do not understand it.
    .spoken = received, not understood

we-will-comply = We will do what you asked at { $at }. Done by { $until }.
    .spoken = we will comply

done-as-asked = What you asked at { $at } was done at { $done }.
    .spoken = done as asked

position-right = The position you read back is right. Position: { $place }.
    .spoken = position is right

position-wrong = The position you read back is wrong. The right one follows. Position: { $place }.
    .spoken = position is wrong

time-wrong = The time { $at } was wrong. The right one is { $right }.
    .spoken = time was wrong

answer-by = We will answer your message of { $at } by { $until }.
    .spoken = answer will follow

please-answer-by = Our message of { $at } has no answer yet. Please answer by { $until }.
    .spoken = please answer

please-send-position =
    Please give the position of { $craft ->
        [aeroplane] your aeroplane
        [helicopter] your helicopter
        [drone] your drone
        [ship] your ship
       *[vehicle] your vehicle
    }. Time: { $at }.
    .spoken = give your position

here-is-our-position =
    Position of { $craft ->
        [aeroplane] our aeroplane
        [helicopter] our helicopter
        [drone] our drone
        [ship] our ship
       *[vehicle] our vehicle
    }. Position: { $place }. Course: { NUMBER($heading, minimumIntegerDigits: 3) }°. Speed: { $speed_kn } kn. Time: { $at }.
    .spoken = here is our position

please-pass-on =
    Please pass our last message to “{ $desk }” within { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }.
    .spoken = please pass it on

being-stopped =
    We are stopping it there now. This takes { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }. Position: { $place }.
    .spoken = we are stopping it

translation-follows =
    A translation of our message of { $at } follows by { $until }. Language: { $tongue ->
        [de] German
        [en] English
        [ru] Russian
       *[uk] Ukrainian
    }.
    .spoken = translation will follow
