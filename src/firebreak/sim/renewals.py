"""Stories of cards, keys, releases, witnesses and mailboxes; they stand beside those of `scenarios.py`."""

from typing import Final

RENEWALS: Final[dict[str, str]] = {
    "a card that changes nothing": "1 North renew plain\n3 North send routine",
    "an officer who comes and one who goes": """
        1 North renew drop
        2 North take two
        3 North renew add
        5 North take four
        6 North take two
    """,
    "a log key changed": """
        1 North renew key
        2 North send routine
        3 North kill 1
        6 North send routine
        8 South send routine
    """,
    "root keys taken over": "1 North renew over\n2 North renew plain\n4 North send routine",
    "two cards while the path is down": """
        1 North cut 20
        2 North renew add
        3 North renew key
        30 North take four
    """,
    "a card that overtakes the one before it": """
        0.9 North weather 20 0 1000 0 0 0 0
        1 North renew add
        1.5 North weather 20 0 0 0 0 0 0
        2 North renew key
        30 North send routine
    """,
    "a card while the other side is down": """
        1 South kill 20
        1.2 North renew add
        1.3 North renew key
        30 North take four
    """,
    "a log key revoked": """
        1 North send routine
        2 North revoke 0
        4 North send routine
        5 North kill 1
        9 North send immediate
        11 South acknowledge 0 one
    """,
    "a log key revoked while nobody listens": """
        1 North cut 30
        1.5 North send routine
        2 North revoke 1
        10 North kill 1
        40 North kill 1
        45 North send routine
    """,
    "a revoked key and much to say": """
        1 North revoke 0
        2 South send flash
        3 South place routine 5
        4 South check
        700 North kill 1
    """,
    "a party runs twice when its log key changes": """
        1 North renew key
        2 North twin 0
        2.5 North send routine
        3 North place routine 5
        4 South send routine
        5 North end_twin
    """,
    "a key changed and a backup brought back": """
        0.9 North save
        1 North renew key
        3 North kill 1
        6 North send routine
        8 North bring_back 5
        20 North send routine
        25 North wipe 5
    """,
    "two officers release a flash": """
        0.5 North agree two
        0.6 South agree two
        1 North send flash
        2 South send flash
    """,
    "one officer is not enough": """
        0.5 North agree two
        0.6 South agree two
        1 North send flash alone
        2 North send routine
    """,
    "a card released by two": """
        0.5 North agree two
        0.6 South agree two
        1 North renew drop
        3 North send flash
    """,
    "witnesses stamp what was summed up": """
        0.5 North agree
        0.6 South agree
        1 North place routine 5
        9 North shut 2
        15 North send routine
    """,
    "two stamps in a row": """
        0.5 North agree
        0.6 South agree
        1 North shut 2
        5 North send routine
        6 North shut 2
        12 South shut 2
    """,
    "a witness that lies and one that is down": """
        0.4 North witness 0 lies -90000
        0.5 North agree
        0.6 South agree
        0.7 North witness 1 down 20
        1 North shut 2
        30 North shut 2
        40 South witness 0 lies 400000
        41 South shut 2
    """,
    "a witness brought back from an old copy": """
        0.5 North agree
        0.6 South agree
        1 North shut 2
        5 North witness 2 save
        6 North shut 2
        10 North witness 2 bring_back
        11 North shut 2
    """,
    "a witness that cosigns anything": """
        0.4 North witness 0 forks
        0.5 North agree
        0.6 South agree
        1 North shut 2
        5 North shut 2
    """,
    "a backup brought back after a stamp": """
        0.5 North agree
        0.6 South agree
        0.7 North save
        1 North shut 2
        5 North send routine
        8 North bring_back 5
        20 North shut 2
        30 North send routine
    """,
    "a backup brought back over a thin path": """
        0.7 North save
        1 North send routine 2900
        2 North send routine 2900
        3 North shut 2
        8 North weather 1 0 0 0 0 0 300
        9 North bring_back 2
        40 North shut 2
    """,
    "everything over a mailbox": """
        0.9 North relay 600 alone
        1 North send immediate
        2 South send routine
        700 North send routine
    """,
    "a mailbox beside the path": """
        0.9 North relay 60
        1 North send flash
        2 South place routine 5
        20 North kill 2
    """,
    "a disk that cannot be read for a while": """
        1 North send routine
        2 North unreadable 30
        3 North cut 1
        40 North send routine
    """,
}
"Each begins at rest, with an officer on watch on both sides."

IMPOSTURES: Final[dict[str, str]] = {
    "a thief with a revoked key": """
        1 South send routine
        2 South revoke 0
        4 South forge thief
        5 South kill 1
        9 South forge thief
        12 South send routine
    """,
    "a thief with an old key": """
        1 South renew key
        3 South kill 1
        12 South send routine
        14 South forge thief
        15 North send routine
    """,
    "cards that go back": """
        1 South forge stale_card
        2 South renew add
        4 South forge stale_card
        5 South forge false_taken
        6 North take two
    """,
    "revocations that nobody signed": """
        1 South forge false_revocation
        3 North send routine
        4 South send routine
    """,
    "flashes that nobody released": "0.5 North agree two\n0.6 South agree two\n1 South forge unreleased",
    "another story for the witnesses": """
        0.5 North agree
        0.6 South agree
        1 South shut 2
        5 South forge two_faces
        7 South shut 2
        12 South forge two_faces
        14 South shut 2
    """,
    "stamps that nobody gave": """
        0.5 North agree
        0.6 South agree
        1 North shut 2
        5 South shut 2
        9 South forge false_stamp
        12 South send routine
    """,
    "stamps of nobody on a checkpoint that has none": "1 North shut 2\n9 South forge false_stamp",
}
"The other party is hostile; nothing false may be acted upon."

TOLD: Final[dict[str, str]] = {
    "a card that changes nothing": "CardOffered CardInForce CARD_TAKEN",
    "an officer who comes and one who goes": "CardInForce !CardNotTaken",
    "a log key changed": "CardInForce MessageArrived !FrameRefused",
    "a party runs twice when its log key changes": "FrameRefused Branched LOG_ADOPT Placed",
    "root keys taken over": "CardInForce !CardNotTaken",
    "a card that overtakes the one before it": "CardInForce !CardNotTaken",
    "two cards while the path is down": "CardInForce !CardNotTaken",
    "a card while the other side is down": "CardInForce !CardNotTaken",
    "a log key revoked": "KeyRevoked CardInForce PersonStated !EntryVoid",
    "two officers release a flash": "MessageArrived !NotReleased",
    "one officer is not enough": "!NotReleased",
    "a card released by two": "CardInForce !NotReleased",
    "witnesses stamp what was summed up": "WITNESS_STAMP !Branched",
    "two stamps in a row": "WITNESS_STAMP",
    "a witness that lies and one that is down": "WITNESS_STAMP",
    "a backup brought back after a stamp": "WITNESS_STAMP LOG_ADOPT",
    "everything over a mailbox": "MessageArrived",
    "a thief with a revoked key": "KeyRevoked EntryVoid",
    "a thief with an old key": "FrameRefused",
    "cards that go back": "CardNotTaken CardInForce",
    "revocations that nobody signed": "RevocationNotTaken !KeyRevoked",
    "flashes that nobody released": "NotReleased MessageArrived",
}
"What must (or, after `!`, must not) be shown or stored when nothing goes wrong beside the story."
