## The line

line-check = Line check number { $number }. Please answer with the same number.
    .spoken = line check

line-check-answer = Answer to line check number { $number }. Received.
    .spoken = line check received

use-other-link =
    Please use another link to us: { $link ->
        [satellite] satellite
        [radio] radio
        [telephone] telephone
        [internet] internet
       *[courier] courier
    }.
    .spoken = use another link

planned-works = Planned works on our side. The line may be silent. From { $at } to { $until }. This is not a suspension of the line.
    .spoken = planned works

check-missed = Our line check at { $at } had no answer from you. We do not know the cause.
    .spoken = line check without answer

line-suspended = We suspend this line from { $at }. Our desk “{ $desk }” can still be reached in an emergency.
    .spoken = line is suspended

line-restored = We resume this line from { $at }.
    .spoken = line is restored

restore-line-please = Please resume this line. It has been suspended since { $at }.
    .spoken = please restore the line

clocks-differ =
    Your clock and ours differ by { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }. Please check yours. Time: { $at }.
    .spoken = our clocks differ

do-not-trust-key = Please do not trust what comes under the key of our desk “{ $desk }” since { $at }. A new key follows.
    .spoken = do not trust this key

link-lost =
    We have lost this link: { $link ->
        [satellite] satellite
        [radio] radio
        [telephone] telephone
        [internet] internet
       *[courier] courier
    }. Time: { $at }. The line goes on by others.
    .spoken = link is lost

link-back =
    This link works again: { $link ->
        [satellite] satellite
        [radio] radio
        [telephone] telephone
        [internet] internet
       *[courier] courier
    }. Time: { $at }.
    .spoken = link is back

watch-changes = The watch at our desk “{ $desk }” changes at { $at }. Open matters are handed over.
    .spoken = watch is changing

watch-taken =
    The new watch at our desk “{ $desk }” is on duty. Language: { $tongue ->
        [de] German
        [en] English
        [ru] Russian
       *[uk] Ukrainian
    }. Time: { $at }.
    .spoken = new watch is on duty

desk-not-staffed = Our desk “{ $desk }” will not be staffed. From { $at } to { $until }. The node goes on receiving.
    .spoken = desk is not staffed

on-battery =
    Our node runs on battery for about { $hours ->
        [one] { $hours } hour
       *[other] { $hours } hours
    }. Time: { $at }.
    .spoken = we run on battery

exercise-traffic = Messages marked as exercise in this time are not real. From { $at } to { $until }.
    .spoken = exercise traffic

real-not-exercise = Our message of { $at } is real. It is not part of an exercise.
    .spoken = real, not an exercise

all-quiet = Nothing to report on our side. Time: { $at }.
    .spoken = nothing to report
