# What the verifier says, for readers who know nothing of signatures.
# The same texts are used by `firebreak verify` and by the page in verifiers/js.

## Labels and verdict

label-finding = Finding
label-note = Note
label-proven = Proven
label-not-proven = Not proven
label-meaning = What this means
label-stamp = Stamp
label-attested = Statement of witnesses
at-entry = (entry { $entry })
record-of = Record of the line between { $lower } and { $higher }.
proof-of = Proof of entry { $entry } of the line { $line }.
verdict-good = Every check passed.
verdict-empty = There was nothing to check: the file holds no entry with a signature that holds.
verdict-without-card = Every check passed that is possible without the card.
verdict-findings = { $count ->
    [one] { $count } finding.
   *[other] { $count } findings.
}
entries-of = Entries: { $lower } { $lower_count }, { $higher } { $higher_count }.
card-of = Card of { $party }: no. { $serial }, { $hash }

## What a group of findings means

meaning-altered = Somebody changed the file or put something into it that does not belong there. It is not known who. This accuses neither side; ask the exporter, and the other side, for a fresh file.
meaning-contradiction = Signed statements of one side contradict each other or contradict what the other side signed. The signatures show who said what; which of it is true they do not show. Ask that side for an explanation.
meaning-missing = Something that the record itself speaks of is not in the file. The exporter left it out or never had it. Compare with the file of the other side.
meaning-authority = Something was signed, but not by somebody who was entitled to sign it at that time, or not in the way the rules ask for. Do not quote it as the word of that side or that officer.
meaning-cards = A card says which keys belong to a party. Without sound cards no signature in the file can be attributed to anybody.
meaning-unclear = The part is signed, but this program cannot read or check it in full. That may be an error of the program that wrote it. Draw no conclusion from it.

## Findings: the cards

finding-line-id = The number of the line does not follow from the two parties and the random numbers they exchanged; these cards and these entries may not belong together.
finding-no-card = The file holds no usable card of party { $party }, so nothing can be said about its signatures.
finding-card-unreadable = A card in the file cannot be read.
finding-card-foreign = A card in the file belongs to party { $party }, which is not on this line.
finding-card-signature = Card { $serial } of { $party } is not signed with both root keys of that party, the ones that vouch for all its other keys.
finding-card-refused = Card { $serial } of { $party } breaks a rule that every card must keep: { $rule ->
    [environment] it is meant for exercises and this line for real use, or the other way about
    [roots] the keys at the top of it, which vouch for all others (root keys), are not those of this party
    [names] two desks or two officers on it have the same name
    [certificate] the certificate with which the node of the party identifies itself on connections cannot be read, or is another one than the card names
    [twice] a key stands on it twice or is already in use elsewhere, although each key has one owner and one purpose
    [weak] one of its keys is made so that nothing done with it can be relied on
    [period] it ends before it begins
    [version] it is for other versions of the program than this one
   *[other] which one, only the machine-readable report says
}.
finding-card-order = Card { $serial } of { $party } does not follow the card before it: { $rule ->
    [number] another card has its number or a higher one
    [previous] it names another card as the one before it, or a card between the two is missing
    [future] it names other keys for a later takeover than the card before it
   *[other] why, only the machine-readable report says
}.

## Findings: single entries

finding-unreadable = An entry in the file cannot be read as one.
finding-foreign-line = The entry was signed for another line and proves nothing about this one.
finding-foreign-environment = { $signed ->
    [exercise] The entry was signed for an exercise, while this line is for real use; an exercise must never be shown as real.
   *[real] The entry was signed for real use, while this line is for an exercise; what was meant must never be shown as an exercise.
}
finding-foreign-writer = The entry names a writer who is not one of the two parties of this line.
finding-unknown-key = The entry is signed with a key that no card of { $writer } in this file names.
finding-text-needed = The text of this entry of { $writer } was kept back. It says which agreement, cards or revoked keys hold from there on, so keys, officers and releases cannot be judged. Ask the exporter for a file with it.
finding-card-needed = In this entry { $writer } took in a card of { $other } that this file does not hold in good order, so what was signed by that card cannot be judged. Ask the exporter for a file with it.
finding-card-validity = { $writer } signed the entry at a time for which its card was not valid.
finding-old-key = { $writer } signed the entry with the key of an older card after it had begun to use a newer one.
finding-signature = The signature of the entry does not hold: { $writer } did not sign these bytes.
finding-commitment = The text that comes with the entry is not the text that { $writer } signed.
finding-body-unreadable = { $writer } signed an entry whose content cannot be read.
finding-critical = The entry needs an extension that this version does not know, so it is not fully checked.
finding-repeated = The entry stands in the file twice.

## Findings: what officers stated

finding-statement-missing = { $writer } recorded what only an officer can state, without any officer's signature.
finding-statement-unreadable = The officer's statement in an entry of { $writer } cannot be read.
finding-statement-action = The officer { $officer } of { $writer } signed something else than the entry says.
finding-statement-detail = The signature of officer { $officer } of { $writer } is about other words than stand in the entry.
finding-officer-unknown = The officer { $officer } is not on the card of { $writer }, so the statement counts for nothing.
finding-officer-power = The officer { $officer } of { $writer } signed what the card does not allow that officer to do.
finding-statement-signature = The signature of officer { $officer } of { $writer } does not hold.
finding-key-not-taken = { $writer } signed the entry with a new key, although { $other } never took in the card that names it.
finding-officer-then = The officer who signed in this entry of { $writer } was not on its card when it was written, or without that power.
finding-not-released = Two officers of { $writer } should have released the entry, as both sides had agreed. Fewer did.
finding-revocation-unsigned = { $writer } recorded that a key of { $other } was revoked. The root keys of { $other } did not sign that.
finding-revocation-claim = { $writer } says that it had acknowledged entries of { $other } before their key was revoked. The record does not show it.
finding-statement-reused = The statement of officer { $officer } of { $writer } stands in entry { $first } already. It counts once.
finding-statement-entry = The officer { $officer } of { $writer } signed for an entry that is not in this record, or for another text than it holds.

## Findings: one log

finding-gap = { $count ->
    [one] One entry of { $writer } is missing before this one (number { $first }).
   *[other] { $count } entries of { $writer } are missing before this one (numbers { $first } to { $last }).
}
finding-chain = The entry does not continue the entry of { $writer } before it, although both are numbered in a row.
finding-chain-start = { $writer } began to write anew after an entry that is not in this file.
finding-equivocation = { $writer } signed { $count } different entries under the same number { $number } ({ $hashes }). Treat all of them as unreliable; the signatures prove it by themselves.
finding-branch = { $count ->
    [one] { $writer } went on from an earlier point of its record and left one entry aside, number { $number }, without confirming it. It stays valid.
   *[other] { $writer } went on from an earlier point of its record and left { $count } entries aside, from number { $number } on, without confirming them. They stay valid.
} Its node was restored from an old copy, or two copies ran.
finding-time-backwards = By the clock of { $writer } the entry was written before the one it continues.

## Findings: between the logs

finding-seen-unknown = { $writer } states that it had received an entry of { $other } which is not in this file.
finding-seen-other = { $writer } states that it had received entry { $number } of { $other } with another content than the one in this file.
finding-seen-backwards = { $writer } states that it had received less of the record of { $other } than it had stated before.
finding-receipt-unknown = { $writer } confirmed an entry of { $other } which is not in this file.
finding-receipt-other = { $writer } confirmed an entry as one of { $other } which has another number or another writer.
finding-reference-unknown = { $writer } refers to an entry which is not in this file.
finding-accusation = { $writer } accuses { $other } of two different entries under one number, and the file does not hold two such entries.
finding-sound-contradicted = In a call { $writer } described or found another key for the sound than the one that officers signed, or a check failed. Somebody may have stood between the two consoles.

## Findings: opening

finding-not-opened = The record of { $writer } does not hold the entry with which it opened this line.
finding-open-other = { $writer } opened the line with other parties, cards or random numbers than this file names.
finding-not-compared = { $writer } opened the line, and not enough of its officers signed that they had compared the cards by voice. Signatures: { $count }, needed: { $needed }.

## Findings: checkpoints and stamps of witnesses

finding-checkpoint-unreadable = A checkpoint of { $writer } cannot be read.
finding-checkpoint-origin = A checkpoint of { $writer } is about another line, party or restart.
finding-checkpoint-signature = A checkpoint of { $writer } is not signed with both keys of its card.
finding-checkpoint-tree = A checkpoint of { $writer } does not sum up the entries that come before it.
finding-checkpoint-fork = { $writer } signed two checkpoints that cannot both be true: neither record continues the other.
finding-stamp-unreadable = A checkpoint with stamps of witnesses cannot be read.
finding-stamp-origin = A checkpoint with stamps of witnesses is not about the record of either party of this line.
finding-stamp-signature = A checkpoint with stamps of witnesses is not signed with the key of { $writer }.
finding-stamp-cosignature = A stamp in the name of the witness { $witness } does not hold: it did not stamp this checkpoint.
finding-stamp-tree = { $writer } had another record stamped by a witness than the one in this file: the stamped checkpoint over { $size } entries does not fit these entries.
finding-attest-unreadable = An attestation of a witness that { $writer } put into the record cannot be read.
finding-attest-signature = An attestation in the name of the witness { $witness } that { $writer } put into the record does not hold: it did not sign this.

## Findings: a proof of one entry

finding-inclusion = The entry is not part of the record that the checkpoint sums up.

## Findings: two files

finding-other-line = The two files are about different lines and cannot be compared.
finding-two-cards = The two files hold different cards { $serial } of { $party }; both are signed.
finding-two-versions = The two files hold different entries of { $writer } under number { $number }; both are signed.
finding-only-first = { $count ->
    [one] The second file lacks one entry of { $writer } which the first has, number { $number }, although it holds later ones.
   *[other] The second file lacks { $count } entries of { $writer } which the first has, from number { $number } on, although it holds later ones.
}
finding-only-second = { $count ->
    [one] The first file lacks one entry of { $writer } which the second has, number { $number }, although it holds later ones.
   *[other] The first file lacks { $count } entries of { $writer } which the second has, from number { $number } on, although it holds later ones.
}
finding-more = There are { $count } more findings of the sort { $code }.

## Remarks

remark-exercise = This is the record of an exercise. Nothing in it was meant in earnest.
remark-no-entries = The file holds no entry with a signature that holds. Nothing follows from it for anybody.
remark-selection = The exporter chose a part of the record, from { $first } to { $last }. What lies before or after is not in the file and could not be checked.
remark-bodies-withheld = The text of { $count } of { $entries } entries is not in the file. That they were signed, when and in which order is proven; what they say is not shown.
remark-entries-disputed = { $count ->
    [one] { $writer } disputes one entry, whose key it has revoked. { $other } had acknowledged it before, so it stays.
   *[other] { $writer } disputes { $count } entries, whose key it has revoked. { $other } had acknowledged them before, so they stay.
}
remark-entries-void = { $count ->
    [one] One entry of { $writer } is void: its key was revoked before { $other } acknowledged it.
   *[other] { $count } entries of { $writer } are void: their key was revoked before { $other } acknowledged them.
}
remark-card-unanswered = { $writer } published a new card here. This file does not show that { $other } took it in; until then the card before it goes on holding.
remark-revocation-unanswered = { $writer } revoked a key of its own here. This file does not show that { $other } took that in; until then all entries stay.
remark-restored = { $count ->
    [one] { $writer } once lost one entry, got it back from { $other } and confirmed that it stands.
   *[other] { $writer } once lost { $count } entries, got them back from { $other } and confirmed that they stand.
}
remark-clock-set-back = Between two starts of its node the clock of { $writer } went back by { $seconds } seconds.
remark-clocks-apart = The clocks of both sides were at least { $seconds } seconds apart when this entry was written.
remark-kinds-unknown = Entries of a kind that this version does not know: { $count }. Their signatures are checked.
remark-pieces-aside = Parts of the file of a sort that this version does not know, left aside: { $count }.
remark-not-traced = References that lead out of the chosen range and could not be followed: { $count }.
remark-checkpoints-not-rebuilt = Checkpoints that could not be compared with the entries, as earlier ones are not in the file: { $count }.
remark-stamps-not-rebuilt = Stamped checkpoints that sum up entries which are not all in the file, so that they could not be compared: { $count }.
remark-witness-unknown = Stamps of witnesses whom not both sides name in this file: { $count }. They were left aside and prove nothing here.
remark-attest-unknown = Attestations of witnesses on whom not both sides agreed in this file: { $count }. They were left aside and prove nothing here.
remark-key-unconfirmed = The proof names the key { $key } by itself. Whose key that is, only a card shows that names it: nothing here is the word of any party until then.
remark-card-to-compare = Everything here rests on card { $serial } of { $party }, number { $hash }. Whoever makes up a proof can make up a card with any name on it. Compare this number with what { $party } publishes elsewhere before you quote anything.
remark-card-of-another-time = Card { $serial } of { $party } is another one than that of the time: the entry was signed with a key that it does not name. That is usual after a renewal and nobody's fault. Verify again with the card that was in force then; whoever exported the proof has it.
remark-card-of-another-party = Card { $serial } of { $party } does not belong to the writer of this entry and shows nothing about it. Verify again with the card of the writer.
remark-witness-says = { $witness }, which the cards of both sides name as a witness, says that it saw this checkpoint at { $at }. That is the word of one witness and proves no time.
remark-more = There are { $count } more notes of the sort { $code }.

## What is proven

proven-cards = The cards are signed by the root keys of { $lower } and { $higher }, and the number of the line follows from them.
proven-opened = Both sides opened this line with exactly these cards, and officers of both signed that they had compared them.
proven-signed = Every one of the { $entries } entries was signed with the key of its writer's card: { $lower_count } by { $lower }, { $higher_count } by { $higher }.
proven-unbroken = The entries of each side form one unbroken numbered chain: none was removed, inserted or changed after the next one was signed.
proven-interlocked = { $seen } entries state how much of the other side's record had arrived by then, and all of that is in the file: the order between the two sides is proven to that extent.
proven-officers = { $statements ->
    [one] One statement of an officer was signed with that officer's own key, which a node does not hold.
   *[other] { $statements } statements of officers were signed with their own keys, which a node does not hold.
}
proven-checkpoints = { $checkpoints ->
    [one] One checkpoint of a writer, signed also with a key that resists quantum computers, agrees with the entries before it.
   *[other] { $checkpoints } checkpoints of the writers, signed also with a key that resists quantum computers, agree with the entries before them.
}
proven-stamps = { $stamps ->
    [one] One checkpoint was stamped by as many different operators of witnesses as both sides had agreed on, none of them a side of this line.
   *[other] { $stamps } checkpoints were stamped by as many different operators of witnesses as both sides had agreed on, none of them a side of this line.
}
proven-stamp = The witness { $witness } says: at { $at } it saw that the record of { $writer } held { $size } entries, the ones in this file. One witness alone proves no time.
proven-existed = The first { $size } entries of { $writer }, up to { $through }, existed by { $at }: { $operators } operators of witnesses say so, as many as both sides had agreed it takes.
proven-collected = { $witnesses } shows that the node of the other side collected a sealed packet at { $since }, which as { $writer } says carried the entry { $target }. Whether anybody learnt of it there is not shown.
proven-not-collected = { $witnesses } attest: a sealed packet, which as { $writer } says carried the entry { $target }, lay ready from { $since } and was not collected by { $until }. Why is not known, nor whether anybody there knew of it.
proven-entry = The key on the card of { $writer } signed this entry, number { $seq } since its node had started, and stated { $lo } as its time.
proven-entry-by-key = Whoever holds the key { $key } signed this entry, number { $seq } since its node had started, and stated { $lo } as its time.
proven-in-tree = The entry is number { $index } of the { $size } entries that the same writer summed up and signed in a checkpoint.
proven-text = The text that comes with the entry is the text that was signed.

## What is not proven

not-proven-who = Whether the cards belong to the organisations they name: compare the card numbers below with what each publishes elsewhere.
not-proven-true = Whether what the entries say is true, or who held the keys when they were used.
not-proven-times = The times are the writers' own; no neutral witness has confirmed them.
not-proven-times-stamped = The times are the writers' own. A stamp of a witness shows that an entry existed by then, not when it was written, and only for the entries up to the last stamp.
not-proven-times-said = The times are the writers' own. Witnesses say that they saw checkpoints, but not as many different ones as both sides had agreed it takes to prove a time.
not-proven-part-keys = Whether each key that signed had been taken in by the other side and was not revoked: not all entries that would show it are in the file.
not-proven-part-officers = Whether each officer stood on the card that held when the officer signed: not all entries that would show it are in the file.
not-proven-part-release = Whether two officers released what both sides had agreed that two release: not all entries that would show it are in the file.
not-proven-end = Whether there are later entries: a file can always end early. The newest entries bind the other side only where it has confirmed them.
not-proven-silence = Nothing here proves what a side did not do, or anything that neither side wrote down. An entry without a confirmation was not necessarily delivered.
not-proven-rest = What came before and after this entry, and what the other side answered. A bundle of the whole record shows that.

## Two files

both-hold = Both files hold { $common } entries; { $only_first } are only in the first, { $only_second } only in the second.
both-agree = They agree where both speak.
both-differ = { $count ->
    [one] { $count } finding between them.
   *[other] { $count } findings between them.
}

## A file that cannot be judged

refused-FB340 = This is not a Firebreak bundle. Nothing can be said about it.
refused-FB341 = This bundle was made by a later version. Verify it with a newer program; nothing is wrong with it.
refused-FB342 = The file ends too early: the copy was not completed. Nothing is said about a part of a bundle. Get the whole file again.
refused-FB343 = The file is damaged: bytes were changed, added or lost on the way. That says nothing about either party. Get the file again.

## The page

page-title = Firebreak: check a bundle
page-lead = Drop a bundle here, the file that one side of a line handed out. It is checked on this machine; nothing is sent anywhere.
page-choose = Choose a file
page-working = Checking …
page-language = Language
page-size = { $kilobytes } kB, checked in { $seconds } s
page-good = The record is in order
page-empty = The file holds no entry
page-bad = The record is not in order
page-refused = The file cannot be judged
page-parties = The two parties
page-party = Party
page-number = Party number
page-card = Card
page-card-line = No. { $serial }: { $hash }
page-entries = Entries
page-exported = Exported by { $exporter } on { $at }
page-again = This page is a second verifier, written separately from the program. If the two disagree, one of them is wrong: tell the makers.

## What witnesses say of things left at them (`firebreak silence`)

silence-collected = { $witnesses } shows that the node of the other side collected our entry { $target } at { $since }. Whether anybody learnt of it there is not shown.
silence-not-collected = { $witnesses } attest: our entry { $target } lay ready from { $since } and was not collected by { $until }. Why is not known, nor whether anybody there knew of it.
silence-no-word = Of our entry { $target } nothing can be said between { $since } and { $until }: too few witnesses say the same.
silence-nothing = Nothing of ours came to the witnesses between { $since } and { $until }.
silence-no-answer = { $witness } gave no statement.
silence-recorded = What the witnesses signed is in our record as entry { $entry }.
silence-not-recorded = Nothing was written into the record: no witness answered, or too much happened for one entry. Ask about a shorter time.
