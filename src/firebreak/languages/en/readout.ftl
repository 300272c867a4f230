### Texts of the public readout. No sentence here may name a cause, and none may say more than its
### entry in `core/readout/limits.py` allows.

## Days and numbers

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
date = { $day }{"\u00A0"}{ $month }{"\u00A0"}{ $year }
date-of-year = { $day }{"\u00A0"}{ $month }
date-of-month = { $day }
span = { $first } to { $last }
on-day = on { $date }
on-day-at = on { $date } at { $clock } ({ $zone })
between-days = between { $first } and { $last }
one-of-days = on a day between { $first } and { $last }
decimal-sign = .
amount-exact = { $number }
amount-least = at least { $least }
amount-between = { $least } to { $most }
list = { $others } and { $last }

## Parties

party-US = the United States
    .genitive = of the United States
    .dative = to the United States
party-RU = Russia
    .genitive = of Russia
    .dative = to Russia
party-UA = Ukraine
    .genitive = of Ukraine
    .dative = to Ukraine
party-PL = Poland
    .genitive = of Poland
    .dative = to Poland
party-ROK = South Korea
    .genitive = of South Korea
    .dative = to South Korea
party-DPRK = North Korea
    .genitive = of North Korea
    .dative = to North Korea
party-UNC = the United Nations Command
    .genitive = of the United Nations Command
    .dative = to the United Nations Command
party-other = “{ $name }”
    .genitive = of “{ $name }”
    .dative = to “{ $name }”

## Channels

channel-minister = Ministers of defence
channel-chief_of_staff = Chiefs of staff
channel-foreign_minister = Foreign ministers
channel-security_adviser = Security advisers
channel-leaders_line = Leaders’ line
channel-intelligence = Intelligence services
channel-diplomatic = Foreign ministries
channel-embassy = Embassy
channel-attache = Military attachés
channel-deconfliction_line = Deconfliction line
channel-syria_deconfliction_line = Deconfliction line for Syria
channel-treaty_notification = Notifications under treaties
channel-liaison_line = Liaison line
channel-liaison_office = Liaison office
channel-military_line = Military line
channel-military_line_east = Military line, east
channel-military_line_west = Military line, west
channel-panmunjom_line = Panmunjom line
channel-ship_radio = Ship radio
channel-unc_kpa_line = Line of the United Nations Command
channel-all_lines = All lines
channel-undisclosed = Channel not disclosed
channel-other = { $name }

## Attempts, as published sources report them

tries-call = { $amount } { $amount_count ->
        [one] attempt
       *[other] attempts
    } by { $from } to call { $to }
tries-check = { $amount } line { $amount_count ->
        [one] check
       *[other] checks
    } by { $from }
tries-request = { $amount } { $amount_count ->
        [one] request
       *[other] requests
    } by { $from } { $to_dative } for a call
tries-meeting = { $amount } { $amount_count ->
        [one] meeting
       *[other] meetings
    } of { $from } and { $to }
tries-message = { $amount } { $amount_count ->
        [one] message
       *[other] messages
    } from { $from } { $to_dative }
tries-notice = { $amount } { $amount_count ->
        [one] notice
       *[other] notices
    } from { $from } { $to_dative }
tries-other = { $amount } { $amount_count ->
        [one] attempt
       *[other] attempts
    } by { $from } to reach { $to }
attempts = { $when } there { $amount_count ->
        [one] was
       *[other] were
    } { $tries }.
attempts-unpublished = { $when } there { $amount_count ->
        [one] was
       *[other] were
    } { $tries }; the number is not published.
attempts-unknown = { $when } there { $amount_count ->
        [one] was
       *[other] were
    } { $tries }; the number in this period is not known.
single-answered = { $when } { $kind ->
        [call] a call between { $from } and { $to } took place
        [check] a line check by { $from } was answered by { $to }
        [request] { $to } accepted a request by { $from } for a call
        [meeting] a meeting of { $from } and { $to } took place
        [message] a message from { $from } was answered by { $to }
        [notice] a notice from { $from } was answered by { $to }
       *[other] an attempt by { $from } to reach { $to } was answered
    }.
single-delivered = { $when } { $kind ->
        [notice] a notice from { $from } was delivered { $to_dative }
       *[other] a message from { $from } was delivered { $to_dative }
    }.
all-answered = { $kind ->
        [request] All of them were accepted.
        [meeting] All of them took place.
       *[other] Each of them was answered.
    }
all-delivered = Each of them was delivered.
none-answered = { $count ->
        [1] { $kind ->
            [request] It was not accepted.
            [meeting] It did not take place.
           *[other] It was not answered.
        }
       *[other] { $kind ->
            [request] None of them was accepted.
            [meeting] None of them took place.
           *[other] None of them was answered.
        }
    }
not-known-which = { $count ->
        [1] The sources do not say whether it was declined or not answered.
       *[other] The sources do not say whether they were declined or not answered.
    }
some-not-known-which = For { $amount } of them the sources do not say whether declined or not answered.
some-answered = { $amount } of them { $amount_count ->
        [one] was
       *[other] were
    } answered: { $dates }.
some-delivered = { $amount } of them { $amount_count ->
        [one] was
       *[other] were
    } delivered.
some-declined = { $single ->
        [yes] According to the sources it was declined.
       *[no] According to the sources { $amount } of them { $amount_count ->
            [one] was
           *[other] were
        } declined.
    }
some-no-answer = { $amount } of them got no answer.
some-busy = For { $amount } of them the counterpart was busy, according to the sources.
some-unattended = For { $amount } of them nobody was on watch, according to the sources.
some-withdrawn = { $amount } of them { $amount_count ->
        [one] was
       *[other] were
    } withdrawn by the caller.
some-unreachable = { $amount } of them did not get through.
some-doubtful = { $single ->
        [yes] It is not certain whether there was an answer.
       *[no] For { $amount } of them it is not certain whether there was an answer.
    }
some-other = For { $amount } of them the outcome is only to be found in the sources.
uncertain = Marked as uncertain: { $what }.
doubt-dates = the dates
doubt-number = the number of attempts
doubt-outcome = the outcome
doubt-direction = who contacted whom
doubt-initiator = who wanted the contact
reaching-answered = From { $first } to beyond the end of the period { $kind ->
        [check] line checks are listed, answered each time
        [call] calls are listed, answered each time
        [notice] notices are listed, delivered each time
       *[other] contacts are listed
    }; how many of them fall into the period is not known.

## Last contact and silence

last-contact = The last contact listed before the end of the period was { $when }.
last-contact-disputed = The last contact listed before the end of the period was { $when }; the sources give different dates.
last-contact-signed = The last contact in the record before the end of the period that a person signed was { $when }.
last-sign-signed = The last sign from the counterpart’s node in the record before the end of the period was { $when }.
no-contact = From then until { $until } no contact is listed: { $days } { $days_count ->
        [one] day
       *[other] days
    }.
no-contact-before = Up to the end of the period no certain contact is listed.
unanswered-since = To the attempts that { $from } made { $when } or later no answer is listed.
longest-silence = The longest stretch without a listed contact that reaches into the period is { $days } { $days_count ->
        [one] day
       *[other] days
    }.

## The line itself, and context

line-established = { $when } this line was set up between { $from } and { $to }.
line-cut = { $when } this line was cut.
line-suspended = { $when } this line was suspended.
line-not-used = { $when } this line was not used, according to the sources.
incident = { $when } an event is listed that is not a contact. The timeline describes it in these words: “{ $words }”
incident-distance = Distance given in the sources: { $distance }{"\u00A0"}km{ $differ ->
        [yes] ; the sources differ
       *[no] {""}
    }.
incident-limit = A site from which these distances count, to be alarmed within { $limit }{"\u00A0"}km, { $verdict ->
        [within] would have had an alarm: every distance given lies within it
        [perhaps] would have had an alarm: the nearest distance given lies within it, the farthest does not, and what may lie within counts as within
       *[beyond] would have had no alarm: every distance given lies beyond it
    }. { $announced ->
        [yes] A notice of that party on that day is listed; whether it was for this is not known.
       *[no] No notice of it is listed.
    }

## Signed attempts, by what their evidence shows

subject = { $kind ->
        [call] { $count ->
            [one] one call
           *[other] { $count } calls
        }
        [check] { $count ->
            [one] one line check
           *[other] { $count } line checks
        }
        [request] { $count ->
            [one] one request
           *[other] { $count } requests
        }
        [message] { $count ->
            [one] one message
           *[other] { $count } messages
        }
        [notice] { $count ->
            [one] one notice
           *[other] { $count } notices
        }
       *[other] { $count ->
            [one] one attempt
           *[other] { $count } attempts
        }
    } by { $from } { $to_dative }
none-answered-recorded = The record holds no answer to any of them.
signed-attempted = { $when }: { subject }, attempted by the clock and the record of the caller.
signed-withdrawn = { $when }: { subject }, attempted and withdrawn by the caller.
signed-unreachable = { $when }: { subject }, attempted; the caller’s node recorded no sign of the other node.
signed-existed = { $when }: { subject }, attempted; a witness stamped the attempt.
signed-not-collected = { $when }: { subject }, offered at a neutral mailbox and not collected.
signed-reached = { $when }: { subject }, reached the node { $to_genitive }.
signed-delivered = { $when }: { subject }, delivered to the node { $to_genitive }.
signed-check-answered = { $when }: { subject }, answered by the node { $to_genitive }.
signed-unattended = { $when }: { subject }, reached the node { $to_genitive }, which states that nobody was on watch at desk “{ $desk }”.
signed-rang = { $when }: { subject }, rang at desk “{ $desk }”.
signed-rang-out = { $when }: { subject }, rang at desk “{ $desk }”, not answered.
signed-declined = { $when }: { subject }, declined { $named ->
        [yes] by officer “{ $officer }”
       *[no] by an officer on watch
    }{ $given ->
        [code] {""}, reason given: { $reason }
        [none] {""}, no reason given
       *[unknown] {""}
    }.
signed-busy = { $when }: { subject }; { $named ->
        [yes] officer “{ $officer }”
       *[no] an officer
    } stated to be busy.
signed-answered = { $when }: { subject }, answered by the holder of { $named ->
        [yes] the key of “{ $officer }”
       *[no] an officer’s key
    }.
signed-talked = { $when }: { subject }, answered by the holder of { $named ->
        [yes] the key of “{ $officer }”
       *[no] an officer’s key
    }, with sound both ways.

## What was left out and why

left-outside = { $count ->
        [one] One item lies
       *[other] { $count } items lie
    } outside the period.
left-beyond = { $count ->
        [one] One item reaches
       *[other] { $count } items reach
    } beyond the period; how much of it lies inside is not known.
left-overlaps = { $count ->
        [one] One item overlaps
       *[other] { $count } items overlap
    } in time with a counted one; both may tell of the same attempts.
left-led-to-call = { $count ->
        [one] One request led to a call that is counted.
       *[other] { $count } requests led to calls that are counted.
    }
left-no-attempt = { $count ->
        [one] One item is
       *[other] { $count } items are
    } not an attempt to reach the other side.
left-incident = { $count ->
        [one] One item is an event
       *[other] { $count } items are events
    }, told for context only.
left-statement = { $count ->
        [one] One item is a public statement
       *[other] { $count } items are public statements
    }, not sent to the other side.
left-cancellation = { $count ->
        [one] One item is a cancellation
       *[other] { $count } items are cancellations
    }, not an attempt to reach the other side.
left-exchange = { $count ->
        [one] One item is an exchange
       *[other] { $count } items are exchanges
    } carried out, not an attempt to reach the other side.
left-line-event = { $count ->
        [one] One item tells
       *[other] { $count } items tell
    } of the line itself, not of an attempt to reach the other side.

## Around the sentences

kicker = Public readout
exercise = EXERCISE
exercise-note = This readout belongs to an exercise. It reports no real contact.
label-drawn = Drawn from
label-period = Period
label-as-of = As of
label-basis = Basis
drawn = { $name }; { $counted } of { $known } items are counted
up-to = up to { $last }
basis-source = published reports, compiled by people; nobody signed the contacts themselves
basis-signed = entries of the signed record, evidence classes { $classes }
basis-none = nothing is counted
no-cause = This text says what is listed, and nothing about why it happened or did not happen.
part-context = Context, no contacts
part-left-out = What was left out and why
part-sources = Sources
sources-note = Names of posts are given as the source writes them.
strip-title = Contact strip
strip-description = Each attempt on its day, one lane for each channel. Every mark is also told in words below.
map-title = Announced areas
map-title-newest = Announced areas, the newest { $shown } of { $all }
map-description = Every announced area with its party and entry: a solid outline is the first party's, a dashed one the second's, a dotted one nobody has confirmed. Each is also told in words below.
map-coast = Coastline: Natural Earth; no borders are drawn
sign-answered = answered or held
sign-delivered = delivered
sign-declined = declined or busy
sign-no-answer = not answered
sign-not-known = outcome not known or uncertain
sign-band = the day is not known: any day under the band
sign-beyond = open end: reaches beyond the period, not counted
attached = The facts behind this text are attached to this file as { $name }.
