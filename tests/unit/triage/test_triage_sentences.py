"""What patients say goes to the right department, and no danger is missed (R21, R22, R23, R28)."""

from __future__ import annotations

from tests.unit.triage.measure import Case, Count


def _tuned(cases: list[Case]) -> Count:
    return Count([case for case in cases if case.group != "blind"])


def test_the_files_hold_enough_sentences_and_half_are_in_patients_own_words(cases: list[Case]) -> None:
    for language, least in (("zh", 120), ("en", 40)):
        tuned = [case for case in cases if case.language == language and case.group != "blind"]
        assert len(tuned) >= least
        assert sum(case.group == "patients' words" for case in tuned) * 2 >= len(tuned)
    assert sum(case.group == "blind" for case in cases) >= 40


def test_r22_no_danger_of_the_tuned_sentences_is_missed(cases: list[Case]) -> None:
    missed = [(c.row["text"], c.flags_wanted - c.flags_raised) for c in cases if c.group != "blind"]
    assert [one for one in missed if one[1]] == []


def test_r22_dangers_are_seldom_seen_where_there_is_none(cases: list[Case]) -> None:
    precision = _tuned(cases).flag_precision
    assert precision is not None
    assert precision >= 0.9


def test_r21_the_right_department_is_among_the_first_three(cases: list[Case]) -> None:
    count = _tuned(cases)
    assert count.top_three is not None
    assert count.top_one is not None
    assert count.top_three >= 0.9
    assert count.top_one >= 0.85


def test_r28_what_cannot_be_told_goes_to_a_person(cases: list[Case]) -> None:
    count = _tuned(cases)
    assert count.asked_rightly == 1.0
    assert count.asked_needlessly is not None
    assert count.asked_needlessly <= 0.15


def test_urgent_dangers_always_have_urgency_one_or_two(cases: list[Case]) -> None:
    for case in cases:
        assert (case.answer.urgency <= 2) == bool(case.answer.red_flags)
        assert all(flag.urgency <= 2 for flag in case.answer.red_flags)
        assert all(flag.urgency == 3 for flag in case.answer.cautions)


def test_urgency_three_is_named_where_it_is_expected(cases: list[Case]) -> None:
    for case in cases:
        if case.group != "blind":
            named = {flag.code for flag in case.answer.cautions}
            assert set(case.row.get("cautions", ())) <= named, case.row["text"]


def test_r17_r18_r20_consultation_check_up_and_orthodontics_are_recognised(cases: list[Case]) -> None:
    for case in cases:
        if case.group != "blind":
            assert case.answer.visit_class_hint == case.row.get("visit_class"), case.row["text"]


def test_blind_sentences_are_counted_and_keep_a_floor(cases: list[Case]) -> None:
    """The blind set is not tuned against; this only tells when a change breaks triage altogether."""
    count = Count([case for case in cases if case.group == "blind"])
    assert count.top_three is not None
    assert count.flag_recall is not None
    assert count.top_three >= 0.6
    assert count.flag_recall >= 0.4
