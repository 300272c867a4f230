"""Days that broke something once. Each is named for what happened on it, and stays."""

from firebreak.sim.day import Mode
from tests.sim.days import relive


def test_a_restored_caller_withdraws_its_call_once_although_its_first_word_comes_back_late() -> None:
    """The node withdrew an overdue call again before all of its own log had come back."""
    day = """
    24.750 South pause 900 asleep
    323.484 North place routine 20
    352.199 North save
    3531.808 North bring_back 90
    """
    relive(day, seed=18, check_seconds=300)


def test_a_miss_that_was_stated_before_the_disk_forgot_it_is_not_stated_again() -> None:
    """The alarm was raised at the start, and its statement waited while the first one came back."""
    day = """
    0.054 South crash 11
    0.060 South send flash 0
    234.676 North check
    237.186 South rot 4 5
    """
    relive(day, seed=75, mode=Mode.SAFETY)


def test_orphans_that_were_named_are_not_named_again_in_a_longer_run() -> None:
    """A party ran twice; each of its nodes said in turn how little it had of the other's segment."""
    day = """
    4847.604 North twin 1
    5006.102 North kill 5
    6781.695 South rot 3 5
    9114.853 South answer one
    """
    relive(day, seed=15, mode=Mode.SAFETY, check_seconds=300)


def test_a_miss_is_not_stated_again_when_only_the_message_itself_was_lost() -> None:
    """The disk kept the statement of the miss and lost the message, which came back and ran out again."""
    day = """
    63.420 South crash 9
    63.515 South send flash 40
    86.271 North send routine 2900
    218.687 South rot 2 5
    """
    relive(day, seed=270)


def test_an_officer_without_the_power_restores_nothing_although_the_desk_program_lets_it_pass() -> None:
    """The node signed the word, acted on it, and threw it out after its next restart."""
    day = """
    4086.827 South suspend messages 1
    5403.609 South restore three
    """
    relive(day, seed=326, check_seconds=300)


def test_a_second_card_that_overtakes_the_first_is_taken_in_after_it() -> None:
    """It was refused for good, since the card that it follows had not come yet."""
    day = """
    0.9 North weather 20 0 1000 0 0 0 0
    1 North renew add
    1.5 North weather 20 0 0 0 0 0 0
    2 North renew key
    30 North send routine
    """
    relive(day, seed=1, check_seconds=300)


def test_a_node_whose_key_was_revoked_rests_until_it_is_started_again() -> None:
    """It tried without a pause to receipt what it could not sign any more."""
    day = """
    0.350 South revoke 1
    1.912 North bring_back 90
    1407.362 South save
    """
    relive(day, seed=25, mode=Mode.SAFETY)


def test_a_card_that_drops_an_officer_is_released_by_the_officers_of_the_one_before() -> None:
    """A node that had lost its log held the card against the roster on that very card."""
    day = """
    0.000 North agree two
    0.001 South agree two
    1582.473 South renew drop
    1618.262 North twin 0
    1685.552 North lose 1 5
    """
    relive(day, seed=48, check_seconds=300)


def test_a_restored_node_does_not_sum_up_a_log_that_is_still_coming_back() -> None:
    """Over a thin path it signed, at its end, a tree that contradicted one the counterpart held."""
    day = """
    89.409 North weather 1 0 0 0 0 0 300
    5852.143 North bring_back 5
    5922.639 North shut 30
    """
    relive(day, seed=43, mode=Mode.SAFETY, check_seconds=300)


def test_a_card_that_was_changed_on_its_way_back_does_not_open_and_comes_again() -> None:
    """The simulator let changed bytes in, as no seal would: the header was good, and kept with that body."""
    day = """
    2.412 North place flash 60
    222.905 South bring_back 90
    2958.797 North weather 20000 10000 60 60 60 30 300
    2971.129 North renew over
    2972.383 South refuse_check two
    2972.931 South take two
    2975.065 South lose 5 5
    2991.388 North cut 1
    3010.654 South bring_back 5
    5230.170 South hang_up
    """
    relive(day, seed=2878, check_seconds=300)


def test_that_a_card_was_taken_in_is_not_changed_on_its_way() -> None:
    """The same with the other half: its owner never learnt that the card held."""
    day = """
    3110.297 North fail before
    3160.662 South weather 20 10 60 60 60 30 1200
    3217.515 South relay 60 too
    3218.514 South path
    3242.898 North kill 600
    3242.915 South crash 5
    3245.246 North renew plain
    6946.937 South shut 1
    """
    relive(day, seed=4334, check_seconds=3600)


def test_a_node_that_lost_its_disk_gets_back_what_was_changed_on_its_way_out() -> None:
    """The counterpart had kept it with other bytes, and could never give back what was signed."""
    day = """
    15.447 South lose 4 5
    21.463 North unreadable 90
    24.429 South kill 5
    41.758 South send routine 2900
    218.951 South weather 1 0 60 60 60 30 1200
    682.748 North fail before
    686.836 South rot 3 5
    764.613 North full 300
    801.193 South lose 5 5
    829.995 South crash 3
    2417.547 South check
    2419.598 South place immediate 5
    2419.600 North send flash 2900
    2537.397 South bring_back 90
    """
    relive(day, seed=1159, mode=Mode.SAFETY, check_seconds=900)


def test_a_call_of_a_node_that_goes_on_with_the_old_key_reaches_the_other_side_in_the_end() -> None:
    """The counterpart knew of the new key from a second live node, and refused the call for good."""
    day = """
    20.774 North renew key
    24.653 North send flash 0
    3551.443 North twin 4
    3555.769 North place immediate 60
    """
    relive(day, seed=1947)


def test_what_a_node_said_of_a_call_under_the_old_key_counts_on_both_sides() -> None:
    """A second live node rang under the new key; that nobody answered, the first said under the old one."""
    day = """
    205.240 South renew key
    207.620 South take one
    209.612 South twin 1
    212.405 North place flash 5
    """
    relive(day, seed=3034)


def test_a_day_on_which_both_sides_change_keys_and_one_runs_twice_ends_alike() -> None:
    """A check and a call under the old key stayed on one side, and with them all that followed."""
    day = """
    29.506 South renew key
    90.769 North renew key
    91.006 South send routine 40
    210.360 South twin 4
    354.400 South place flash 5
    """
    relive(day, seed=3049, check_seconds=300)


def test_a_receipt_that_names_an_entry_which_is_not_held_stops_no_clock() -> None:
    """A second live node had a receipt for seven entries and held six; the oracle alone took it for one."""
    day = """
    0.001 South agree two
    5.032 South crash 5
    34.211 North twin 4
    38.045 North relay 1200 alone
    63.095 North kill 1
    88.056 South renew over
    111.524 North send priority 0
    132.554 South send flash 0
    133.330 South wipe 90
    428.876 North half 40
    487.176 North+ renew over
    514.382 North acknowledge 0 one
    515.351 North fail took
    515.761 North request routine two
    804.168 North send flash 0
    """
    relive(day, seed=2151, mode=Mode.SAFETY, check_seconds=3600)


def test_that_nobody_was_there_is_shown_once_although_two_nodes_say_so() -> None:
    """The word of the second node counted instead of the first one's, and was shown once more."""
    day = """
    403.023 North step 1
    519.376 North pause 900 asleep
    576.057 South send priority 2900
    593.407 South place immediate 60
    595.638 North twin 4
    """
    relive(day, seed=1941, mode=Mode.SAFETY, check_seconds=3600)


def test_that_a_call_rings_is_shown_once_although_two_nodes_say_so() -> None:
    """The ringing of the second node came when the call was over, and was shown as a new one."""
    day = """
    5.797 North weather 20 10 0 0 0 0 1200
    706.031 South take three
    4126.776 South twin 1
    4126.913 North place routine 5
    12262.312 South end_twin
    14650.423 North+ busy one
    """
    relive(day, seed=2763, mode=Mode.SAFETY, check_seconds=300)


def test_a_receipt_that_came_before_its_message_stops_the_clock_all_the_same() -> None:
    """A second live node had the receipt of a flash before the flash itself, and raised the alarm."""
    day = """
    7810.602 North twin 4
    8099.228 South twin 0
    8107.201 North send flash 0
    8124.997 South place immediate 60
    """
    relive(day, seed=133, mode=Mode.SAFETY, check_seconds=300)


def test_a_receipt_that_names_what_both_sides_have_lost_is_written_again() -> None:
    """It covered older entries, and their author cannot count a receipt that it cannot compare."""
    day = """
    0.001 South agree two
    0.020 South place priority 20
    2.181 South rot 4 5
    11.243 North wipe 5
    """
    relive(day, seed=1415, mode=Mode.SAFETY, check_seconds=900)


def test_what_lost_entries_of_its_own_receipted_a_node_receipts_again() -> None:
    """A later run began behind them, and was taken for a receipt from the first number on."""
    day = """
    0.000 North agree
    4.573 North wipe 5
    5.870 South lose 1 5
    6.776 South relay 1200 alone
    817.977 North lose 5 5
    """
    relive(day, seed=885, mode=Mode.SAFETY, check_seconds=300)


def test_a_revocation_that_was_taken_by_one_of_two_nodes_has_a_receipt_in_the_end() -> None:
    """The receipt of the other party named what both nodes that had written and read it lost."""
    day = """
    1.511 North revoke 5
    8.725 North pause 900 awake
    60.381 South send priority 0
    71.031 South revoke 5
    173.589 South send priority 0 alone
    174.521 South twin 1
    508.358 South rot 5 5
    557.636 South rot 1 5
    696.921 North twin 0
    697.988 South rot 2 5
    """
    relive(day, seed=991, mode=Mode.SAFETY, check_seconds=300)


def test_a_receipt_counts_for_nothing_while_one_side_is_restored_and_the_other_rots() -> None:
    """Over a slow path, each had lost what the receipts of the other named."""
    day = """
    459.811 North fail before
    462.187 North rot 4 5
    475.246 South weather 20000 10000 0 0 0 0 0
    578.838 South bring_back 90
    """
    relive(day, seed=2283, mode=Mode.SAFETY, check_seconds=300)


def test_a_message_that_is_lost_everywhere_takes_no_receipt_with_it() -> None:
    """It was stored although the disk failed, receipted alone, and rotted; the others had none any more."""
    day = """
    0.000 North agree two
    0.001 South agree two
    440.698 South fail took
    444.125 South send immediate 0
    476.859 North bring_back 5
    484.240 North twin 4
    681.671 South rot 5 5
    """
    relive(day, seed=3269, mode=Mode.SAFETY, check_seconds=900)


def test_what_a_node_receipted_under_a_key_that_was_revoked_it_receipts_again() -> None:
    """Its receipts were void, and the next key's `seen` named another segment."""
    day = """
    1.257 South revoke 0
    629.416 South renew add
    1462.744 North bring_back 90
    """
    relive(day, seed=1225, mode=Mode.SAFETY)


def test_a_receipt_that_names_what_both_sides_have_lost_counts_on_neither() -> None:
    """The callee said that its node had been reached; the caller could not count the receipt that says so."""
    day = """
    194.097 South kill 40
    194.380 North request routine three
    199.685 North place immediate 5
    200.269 South wipe 90
    314.270 South lose 3 5
    315.251 North rot 4 5
    """
    relive(day, seed=8121, mode=Mode.SAFETY, check_seconds=900)


def test_what_a_mailbox_hands_out_once_its_author_is_gone_is_given_back_with_the_next_exchange() -> None:
    """A second node had written the receipt, and was off when it came; the first one lacked it until then."""
    day = """
    42.764 South kill 40
    67.643 North kill 5
    398.072 North kill 5
    423.788 South twin 4
    2768.299 North relay 1200 too
    2770.819 North crash 5
    2772.605 North take two
    2772.667 North take three
    """
    relive(day, seed=7694, check_seconds=3600)


def test_junk_under_the_kind_of_a_card_that_was_taken_in_keeps_no_node_from_its_new_key() -> None:
    """The simulator's node read every such entry of its record as if it were sound; the real one does not."""
    day = """
    0.032 North full 300
    286.790 South twin 4
    973.506 North fail took
    4049.545 North forge junk
    4049.642 South revoke 5
    4053.693 South answer two
    """
    relive(day, seed=8105, mode=Mode.SAFETY, check_seconds=3600)


def test_a_glare_that_comes_after_both_attempts_had_ended_is_told_by_the_call_back() -> None:
    """Nothing else was left to tell: the call that it gives up had been unattended, as this side knew."""
    day = """
    1705.011 South crash 8
    1917.369 South weather 20000 10000 0 0 0 0 0
    2215.589 North place immediate 60
    2216.620 South place priority 5
    2506.192 North take two
    """
    relive(day, seed=2377, mode=Mode.SAFETY, check_seconds=900)


def test_a_glare_that_comes_by_a_mailbox_is_told_by_the_call_back() -> None:
    """Together with a check that nobody had answered, and one event that is about no call."""
    day = """
    966.211 North relay 7200 alone
    1114.415 North place flash 60
    1114.479 South place immediate 60
    1441.430 North place flash 20
    """
    relive(day, seed=1001, mode=Mode.SAFETY, check_seconds=300)


def test_a_message_that_comes_back_after_the_receipt_that_covers_it_raises_no_alarm() -> None:
    """The receipt was a run that did not begin with the segment, and nobody remembered it for later."""
    day = """
    23.651 North full 300
    3013.798 North step 7200
    3035.860 South rot 1 5
    4043.619 South send immediate 40
    4070.637 North weather 10800000 5400000 60 60 60 30 0
    4096.888 North send priority 2900
    4097.931 South send routine 2900
    4101.410 North relay 60 alone
    4115.468 South send flash 2900
    4115.509 South rot 1 5
    4115.523 South twin 1
    4165.435 South rot 3 5
    """
    relive(day, seed=4570, check_seconds=3600)


def test_a_second_takeover_is_not_refused_while_the_first_one_is_coming_back() -> None:
    """A node that had lost its log held it against the roots that it knew, and never looked again."""
    day = """
    2666.037 South renew over
    5530.921 North bring_back 90
    5530.923 South renew over
    """
    relive(day, seed=11176, check_seconds=300)
