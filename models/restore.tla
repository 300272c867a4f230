------------------------------- MODULE restore -------------------------------
(*
  The log of one writer on a bad day. Its process crashes; an administrator restores a backup of the
  database, or sets the whole machine back to an image; what it sent may still be under way; the counterpart
  may lie about what it holds; the witness may be out of reach. The question: can the writer ever send two
  different headers under one segment and number (I3)?

  Rule is what the node does when it starts. Firebreak does "fresh". The cheaper rules are here to be found
  out: each configuration names in its first line what TLC must find, and a model that cannot fail is worth
  nothing. docs/models.md has the table and says what is not modelled.
*)
EXTENDS Naturals, FiniteSets

CONSTANTS
    Rule,             \* what a start does, see Begin
    SignaturesMax,    \* how many headers are signed in all
    StartsMax,        \* how often the process is started again
    Rollback,         \* whether the whole machine may be set back to an image of itself
    CounterpartLies,  \* whether the counterpart says "I know of nothing newer" whatever it holds
    HasWitness        \* whether there is a witness to ask

VARIABLES
    disk,     \* the database: the open segment, its last number, and the start that opened or continued it
    beside,   \* the same, in the side file, which no backup of the database contains
    backup,   \* a saved database
    image,    \* a saved machine: database and side file
    node,     \* "down", "starting" (reads, asks, must not sign) or "signing"
    sent,     \* every header that ever left: where it stands and what it says
    held,     \* per helper, the places in this log of which it holds the header
    told,     \* per helper, the newest start of ours that it was told of
    drawn,    \* how many identifiers were drawn; stands for randomness, and nothing sets it back
    starts    \* how often the process was started

vars == <<disk, beside, backup, image, node, sent, held, told, drawn, starts>>

Helpers == {"counterpart", "witness"}
Founding == [segment |-> 0, seq |-> 0, start |-> 0]

Init ==
    /\ disk = Founding /\ beside = Founding /\ backup = Founding
    /\ image = [disk |-> Founding, beside |-> Founding]
    /\ node = "signing"
    /\ sent = {}
    /\ held = [helper \in Helpers |-> {}]
    /\ told = [helper \in Helpers |-> 0]
    /\ drawn = 0 /\ starts = 0

------------------------------------------------------------------------------
(* What happens to a node. *)

Sign ==  \* store, then send; the number of signatures so far makes each content another one
    /\ node = "signing" /\ Cardinality(sent) < SignaturesMax
    /\ disk' = [disk EXCEPT !.seq = @ + 1]
    /\ beside' = disk'
    /\ sent' = sent \cup {[segment |-> disk.segment, seq |-> disk.seq + 1, says |-> Cardinality(sent)]}
    /\ UNCHANGED <<backup, image, node, held, told, drawn, starts>>

Arrive ==  \* what is under way arrives at any time, in any order, or never
    \E header \in sent, helper \in Helpers :
        LET place == [segment |-> header.segment, seq |-> header.seq]
        IN  /\ helper = "witness" => HasWitness
            /\ place \notin held[helper]
            /\ held' = [held EXCEPT ![helper] = @ \cup {place}]
            /\ UNCHANGED <<disk, beside, backup, image, node, sent, told, drawn, starts>>

Crash ==
    /\ node # "down"
    /\ node' = "down"
    /\ UNCHANGED <<disk, beside, backup, image, sent, held, told, drawn, starts>>

BackUp ==
    /\ backup' = disk
    /\ UNCHANGED <<disk, beside, image, node, sent, held, told, drawn, starts>>

Restore ==
    /\ node = "down"
    /\ disk' = backup
    /\ UNCHANGED <<beside, backup, image, node, sent, held, told, drawn, starts>>

TakeImage ==
    /\ Rollback
    /\ image' = [disk |-> disk, beside |-> beside]
    /\ UNCHANGED <<disk, beside, backup, node, sent, held, told, drawn, starts>>

RollBack ==
    /\ Rollback /\ node = "down"
    /\ disk' = image.disk /\ beside' = image.beside
    /\ UNCHANGED <<backup, image, node, sent, held, told, drawn, starts>>

Start ==
    /\ node = "down" /\ starts < StartsMax
    /\ node' = "starting"
    /\ starts' = starts + 1
    /\ UNCHANGED <<disk, beside, backup, image, sent, held, told, drawn>>

------------------------------------------------------------------------------
(* What it does when it starts. `reached` is the set of helpers that answer now. *)

SignFrom(segment, seq, reached) ==
    /\ drawn' = drawn + 1
    /\ disk' = [segment |-> segment, seq |-> seq, start |-> drawn + 1]
    /\ beside' = disk'
    /\ node' = "signing"
    /\ told' = [helper \in Helpers |-> IF helper \in reached THEN drawn + 1 ELSE told[helper]]
    /\ UNCHANGED <<backup, image, sent, held, starts>>

Continue(reached) == SignFrom(disk.segment, disk.seq, reached)
Fresh(reached) == SignFrom(drawn + 1, 0, reached)

Highest(numbers) == CHOOSE one \in numbers : \A other \in numbers : other <= one

HeldHere(helper) == {place.seq : place \in {each \in held[helper] : each.segment = disk.segment}}

CatchUp ==  \* the highest number in our segment that the counterpart admits to hold
    Highest({disk.seq} \cup (IF CounterpartLies THEN {} ELSE HeldHere("counterpart")))

Objects(helper) ==  \* "you were further than this", or "you have started since"
    /\ ~(helper = "counterpart" /\ CounterpartLies)
    /\ (\E seq \in HeldHere(helper) : seq > disk.seq) \/ told[helper] # disk.start

Newer(one, other) == IF one > other THEN one ELSE other

Asked == IF HasWitness THEN Helpers ELSE {"counterpart"}

Begin ==
    /\ node = "starting"
    /\ \E reached \in SUBSET Asked :
        LET quiet == \A helper \in reached : ~Objects(helper)
        IN CASE Rule = "continue" -> Continue(reached)
             [] Rule = "ask" ->
                    "counterpart" \in reached /\ SignFrom(disk.segment, CatchUp, reached)
             [] Rule = "start-id" ->  \* continue if the side file names the same start
                    IF beside.start = disk.start THEN Continue(reached) ELSE Fresh(reached)
             [] Rule = "side-file" ->  \* continue if it names the same start, segment and number
                    IF beside = disk THEN Continue(reached) ELSE Fresh(reached)
             [] Rule = "one-helper" ->  \* and one helper at least answers, and none objects
                    reached # {} /\ IF beside = disk /\ quiet THEN Continue(reached) ELSE Fresh(reached)
             [] Rule = "all-helpers" ->  \* and every helper answers, and none objects
                    reached = Asked /\ IF beside = disk /\ quiet THEN Continue(reached) ELSE Fresh(reached)
             [] Rule = "count-up" ->  \* a new segment each time, but counted and not drawn
                    SignFrom(Newer(disk.segment, beside.segment) + 1, 0, reached)
             [] Rule = "fresh" -> Fresh(reached)

Next ==
    \/ Sign \/ Arrive
    \/ Crash \/ BackUp \/ Restore \/ TakeImage \/ RollBack
    \/ Start \/ Begin

Spec == Init /\ [][Next]_vars

------------------------------------------------------------------------------

NoFork ==
    \A one, other \in sent :
        (one.segment = other.segment /\ one.seq = other.seq) => one = other
==============================================================================
