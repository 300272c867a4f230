## Calls

call-me-now = Call our desk “{ $desk }” now.
    .spoken = call me now

interpreter-needed =
    We need an interpreter for { $tongue ->
        [de] German
        [en] English
        [ru] Russian
       *[uk] Ukrainian
    }.
    .spoken = interpreter needed

call-requested =
    We ask for a call with your desk “{ $desk }”. Level: { $level ->
        [duty-officers] duty officers
        [commanders] commanders
        [experts] experts
       *[principals] principals
    }. Time: { $at }.
    .spoken = request a call

call-agreed = We agree to the call. Time: { $at }.
    .spoken = call agreed

call-other-time = A call at { $at } is not possible for us. We propose { $proposed }.
    .spoken = call at another time

principal-not-here = The person you ask for is not here. Our desk “{ $desk }” takes your message. Expected back: { $until }.
    .spoken = not here, we take a message

stay-on-line =
    Please stay on the line for { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }.
    .spoken = stay on the line

speak-slowly = We hear you badly. Please speak slowly and repeat.
    .spoken = speak slowly

continue-in-writing = We hear you badly. We will continue in writing on this line.
    .spoken = continue in writing

interpreter-ready =
    Our interpreter is ready. Language: { $tongue ->
        [de] German
        [en] English
        [ru] Russian
       *[uk] Ukrainian
    }. Time: { $at }.
    .spoken = interpreter is ready

call-broke-off =
    The call broke off by a fault. We call again in { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }.
    .spoken = call broke off, we call again

voice-alone-not-enough = Please confirm what was said at { $at } by a signed message. Voice alone is not enough for us.
    .spoken = confirm in writing
