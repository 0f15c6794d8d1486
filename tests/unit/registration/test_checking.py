"""A patient's fields are checked all at once; each problem names its field and has its sentence (R1, R13)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from server.core.errors import Invalid, TooMany
from server.core.language import languages, text
from server.registration.fields import PatientFields
from server.registration.limiter import FindLimiter
from server.registration.service import check_fields, check_patient

TODAY = date(2026, 11, 23)
NUMBER = "11010519491231002X"


def problems(**fields: object) -> dict[str, str]:
    with pytest.raises(Invalid) as caught:
        check_patient(PatientFields(**fields), TODAY)
    for problem in caught.value.problems:
        for language in languages():
            said = text(language, f"error-{problem.code.replace('_', '-')}", **problem.args)
            assert said
            assert "{" not in said
    return {problem.field: problem.code for problem in caught.value.problems}


def test_a_sound_patient_is_normalised() -> None:
    found = check_patient(
        PatientFields(name=" 周梦溪 ", sex="female", birth_date="2019-05-01", phone="138 1234 5678"), TODAY
    )
    assert (found.name, found.phone, found.birth_date) == ("周梦溪", "+8613812345678", date(2019, 5, 1))
    assert (found.age, found.companion, found.birth_estimated, found.phone_declined) == (7, True, False, False)


def test_every_bad_field_is_named_at_once_r1() -> None:
    assert problems(name="<script>", sex="x", age="200", phone="1381234567", id_number="1") == {
        "patient.name": "name_characters", "patient.sex": "not_a_choice", "patient.age": "age_range",
        "patient.phone": "phone_digits", "patient.id_number": "id_length",
    }  # fmt: skip


def test_what_is_missing_is_asked_for_but_not_the_phone_r13() -> None:
    assert problems() == {
        "patient.name": "required", "patient.sex": "required", "patient.age": "required",
    }  # fmt: skip
    found = check_patient(PatientFields(name="张伟", sex="male", age=35, phone="", phone_declined=True), TODAY)
    assert found.phone is None
    assert found.phone_declined
    assert (found.age, found.birth_estimated) == (35, True)


def test_an_identity_number_tells_birth_and_sex() -> None:
    found = check_patient(PatientFields(name="张秀", id_number=NUMBER), TODAY)
    assert (found.sex, found.birth_date, found.birth_estimated) == ("female", date(1949, 12, 31), False)
    assert found.companion
    assert check_patient(PatientFields(name="张秀", sex="unknown", age=77, id_number=NUMBER), TODAY).age == 76


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"sex": "male"}, {"patient.sex": "id_sex_differs"}),
        ({"birth_date": "1949-12-30"}, {"patient.birth_date": "id_birth_date_differs"}),
        ({"age": 60}, {"patient.age": "id_age_differs"}),
    ],
)
def test_what_contradicts_the_identity_number_is_named(fields: dict, expected: dict[str, str]) -> None:
    assert problems(name="张秀", id_number=NUMBER, **fields) == expected


def test_a_bad_number_is_not_also_a_missing_birth_date() -> None:
    assert problems(name="张秀", id_number="110105491231002") == {"patient.id_number": "id_old"}


def test_one_step_is_checked_without_asking_for_the_rest() -> None:
    assert check_fields(PatientFields(phone="010-12345678"), TODAY) == {"phone": "+861012345678"}
    assert check_fields(PatientFields(), TODAY) == {}
    with pytest.raises(Invalid) as caught:
        check_fields(PatientFields(name="😀", phone="1"), TODAY, "patient.changes")
    assert [one.field for one in caught.value.problems] == ["patient.changes.name", "patient.changes.phone"]


def test_lookups_are_limited_and_empty_ones_more_so() -> None:
    limiter = FindLimiter(tries=5, misses=2, window=timedelta(minutes=10))
    now = datetime(2026, 11, 23, tzinfo=UTC)
    for _ in range(5):
        limiter.check("kiosk:k1", now)
    with pytest.raises(TooMany) as caught:
        limiter.check("kiosk:k1", now + timedelta(minutes=4))
    assert (caught.value.code, caught.value.seconds) == ("too_many_searches", 360)
    limiter.check("kiosk:k2", now)
    limiter.missed("kiosk:k2", now)
    limiter.missed("kiosk:k2", now)
    with pytest.raises(TooMany):
        limiter.check("kiosk:k2", now)
    limiter.check("kiosk:k2", now + timedelta(minutes=10))
