"""What displays are given to say: calls, said notices and emergencies of this moment, and nothing else (R61, R62)."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from server.accounts.service import add_staff, create_staff_token
from server.application import Application
from server.clinic.file import ClinicFileError, read_clinic_file
from server.clinic.service import apply_clinic
from server.devices.service import create_token
from server.queueing import service
from server.realtime.projection import Projection
from server.realtime.service import add_notice, end_emergency, raise_emergency
from server.speech.service import Voice, engine
from tests.support.clock import ManualClock
from tests.support.house import SHANGHAI, SUPERVISOR, House

TEXTS = {"zh-CN": "三号诊室今天下午停诊", "en": "Room 3 is closed this afternoon"}

Get = Callable[[str], Any]


@pytest.fixture
def web(application: Application, clock: ManualClock) -> House:
    """The house behind the web application."""
    return House(application.database, clock)


@pytest.fixture
def get(application: Application, client: FlaskClient) -> Get:
    """Ask as the display of Hall 2 East."""
    with application.database.write() as work:
        headers = {"Authorization": f"Bearer {create_token(work, 'display', 'display-east')}"}
    return lambda path: client.get(f"/api/v1/speech/{path}", headers=headers)


@pytest.fixture
def supervisor(application: Application) -> dict[str, str]:
    """The headers of a supervisor's program."""
    with application.database.write() as work:
        add_staff(work, number="2003", name="赵敏", role="supervisor", halls=("east",), secret_hash="none")  # noqa: S106
        return {"Authorization": f"Bearer {create_staff_token(work, '2003')}"}


def call(house: House) -> dict[str, Any]:
    """Somebody is called; the call as displays get it."""
    house.patient()
    house.call()
    found: dict[str, Any] = house.shown()["calls"][0]
    return found


def with_voice(clinic_text: str, lines: str) -> str:
    """The starting clinic with other lines under [voice]."""
    before, section, after = clinic_text.partition("[voice]\n")
    assert section
    return before + section + lines + "\n# ──" + after.partition("# ──")[2]


def test_a_call_is_given_with_its_words_and_as_sound_that_may_be_kept_r61(web: House, get: Get) -> None:
    shown = call(web)
    number = shown["number"]
    read = "".join("零一二三四五六七八九"[int(figure)] for figure in number[1:])
    assert shown["speech"]["zh-CN"] == f"请 {number[0]} {read} 号，到 一 号诊室 就诊"
    for language in ("zh-CN", "en"):
        answer = get(f"calls/{shown['call_id']}/{language}.wav")
        assert (answer.status_code, answer.mimetype) == (200, "audio/wav")
        assert answer.data.startswith(b"RIFF")
        assert answer.headers["Cache-Control"] == "private, max-age=86400, immutable"


def test_only_screens_and_staff_of_the_house_may_listen(
    web: House, client: FlaskClient, application: Application
) -> None:
    path = f"/api/v1/speech/calls/{call(web)['call_id']}/zh-CN.wav"
    with application.database.write() as work:
        kiosk = create_token(work, "kiosk", "kiosk-1")
    assert client.get(path).status_code == 401
    assert client.get(path, headers={"Authorization": f"Bearer {kiosk}"}).status_code == 403


def test_nothing_but_what_stands_now_can_be_had_as_sound_r61(web: House, get: Get) -> None:
    shown = call(web)
    for path in (
        f"calls/{shown['call_id']}/fr.wav", "calls/请到四号诊室/zh-CN.wav", "calls/x/zh-CN.wav",
        "notices/missed/zh-CN.wav",
        "emergencies/x/zh-CN.wav", "texts/x/zh-CN.wav", f"calls/{shown['call_id']}/..%2f..%2fsecret.key.wav",
    ):  # fmt: skip
        assert get(path).status_code == 404, path
    web.advance(minutes=11)
    assert get(f"calls/{shown['call_id']}/zh-CN.wav").status_code == 404


def test_a_call_that_was_taken_back_is_no_longer_given(web: House, get: Get) -> None:
    ticket = web.patient()
    web.call()
    shown = web.shown()["calls"][0]
    web.do(service.undo, ticket)
    assert get(f"calls/{shown['call_id']}/zh-CN.wav").status_code == 404


def test_a_notice_is_given_as_sound_only_where_it_is_to_be_said_and_until_it_is_taken_down_r61(
    web: House, get: Get, client: FlaskClient, supervisor: dict[str, str]
) -> None:
    said = client.post("/api/v1/notices", json={"texts": TEXTS, "hall": "east", "say": "now"}, headers=supervisor)
    shown = client.post("/api/v1/notices", json={"texts": TEXTS, "hall": "east"}, headers=supervisor)
    assert (said.status_code, shown.status_code, shown.json["say_at"]) == (201, 201, None)
    assert get(f"notices/{said.json['id']}/zh-CN.wav").status_code == 200
    assert get(f"notices/{shown.json['id']}/zh-CN.wav").status_code == 404
    listed = {notice["id"]: notice["say_at"] for notice in web.shown()["notices"]}
    assert (listed[said.json["id"]], listed[shown.json["id"]], listed["missed"]) == (said.json["say_at"], None, None)
    client.post(f"/api/v1/notices/{said.json['id']}/remove", json={}, headers=supervisor)
    assert get(f"notices/{said.json['id']}/zh-CN.wav").status_code == 404


@pytest.mark.parametrize(
    ("at", "status", "code"),
    [("10:15", 201, None), ("08:00", 422, "time_past"), ("25:00", 422, "not_understood"), ("", 422, "not_understood")],
)
def test_a_notice_is_planned_for_a_time_that_is_still_to_come_today_r61(
    client: FlaskClient, supervisor: dict[str, str], clock: ManualClock, at: str, status: int, code: str | None
) -> None:
    body = {"texts": TEXTS, "hall": "east", "say": "later", "at": at}
    answer = client.post("/api/v1/notices", json=body, headers=supervisor)
    assert answer.status_code == status
    if code is None:
        assert answer.json["say_at"] == f"{clock.now():%Y-%m-%d}T02:15:00.000Z"
    else:
        assert [(field["field"], field["code"]) for field in answer.json["fields"]] == [("at", code)]


def test_an_emergency_text_is_given_as_sound_until_it_ends_r61_r103(web: House, get: Get) -> None:
    emergency = web.do(raise_emergency, {"zh-CN": "请离开", "en": "Please leave"}, "left", "east", by=SUPERVISOR)
    assert get(f"emergencies/{emergency.id}/en.wav").status_code == 200
    web.do(end_emergency, "east", by=SUPERVISOR)
    assert get(f"emergencies/{emergency.id}/en.wav").status_code == 404


def test_where_the_server_has_no_voice_displays_are_told_to_use_their_own_r61(
    web: House, get: Get, monkeypatch: pytest.MonkeyPatch
) -> None:
    def absent() -> Any:
        raise engine.NoVoice("no build for this computer")

    monkeypatch.setattr(engine, "_library", absent)
    monkeypatch.setattr("server.realtime.documents.voice.is_installed", lambda: False)
    assert get(f"calls/{call(web)['call_id']}/zh-CN.wav").status_code == 404
    web.do(Projection(SHANGHAI).refresh, "east")
    assert (web.shown()["voice"]["by"], web.shown()["voice"]["wanted"]) == ("browser", "server")


def test_ten_displays_that_ask_at_once_have_a_sentence_made_once(
    web: House, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    synthesise = engine.synthesise

    def counted(*given: Any) -> Any:
        made.append(given)
        return synthesise(*given)

    monkeypatch.setattr(engine, "synthesise", counted)
    path = f"/api/v1/speech/calls/{call(web)['call_id']}/zh-CN.wav"
    with application.database.write() as work:
        headers = {"Authorization": f"Bearer {create_token(work, 'display', 'display-east')}"}

    def ask(_turn: int) -> bytes:
        return application.app.test_client().get(path, headers=headers).data

    with ThreadPoolExecutor(10) as pool:
        answers = set(pool.map(ask, range(10)))
    assert (len(answers), len(made)) == (1, 1)


def test_quiet_hours_reach_displays_and_tablets_and_end_by_themselves_r62(house: House, clinic_text: str) -> None:
    hours = 'hours = [{ halls = ["east"], days = "daily", from = "12:00", to = "13:30", volume = 40, say = "chime" }]'
    house.do(apply_clinic, with_voice(clinic_text, f"volume = 70\n{hours}"))
    projection = Projection(SHANGHAI)
    assert house.shown()["voice"] == {
        "by": "server", "wanted": "server", "volume": 70, "say": "twice", "until": None,
    }  # fmt: skip
    house.advance(hours=4)
    house.do(projection.refresh, "east")
    house.do(projection.refresh, "west")
    quiet = house.shown(staff=False)["voice"]
    assert (quiet["volume"], quiet["say"], quiet["until"][11:16]) == (40, "chime", "05:30")
    assert house.shown("west")["voice"]["say"] == "twice"
    house.advance(hours=1)
    house.do(projection.refresh, "east")
    assert house.shown()["voice"]["say"] == "twice"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ('source = "radio"', "voice.source"),
        ("volume = 101", "voice.volume"),
        ("rate = 10", "voice.rate"),
        ('hours = [{ halls = ["north"], days = "daily", from = "12:00", to = "13:00" }]', '"north" is not'),
        ('hours = [{ days = "daily", from = "12:00", to = "13:00", say = "loud" }]', "voice.hours[1].say"),
    ],
)
def test_a_mistake_in_the_voice_of_the_clinic_file_is_named_r62(clinic_text: str, lines: str, expected: str) -> None:
    with pytest.raises(ClinicFileError) as refused:
        read_clinic_file(with_voice(clinic_text, lines))
    assert expected in str(refused.value)


def test_a_notice_for_every_hall_is_planned_in_each_r61(house: House) -> None:
    at = house.clock.now() + timedelta(hours=1)
    house.do(add_notice, TEXTS, None, at, by=SUPERVISOR)
    for hall in ("east", "west"):
        assert house.shown(hall)["notices"][-1]["say_at"] is not None


def test_a_display_that_cannot_be_heard_is_a_trouble_for_staff_until_it_can_r59(
    web: House, application: Application
) -> None:
    with application.database.write() as work:
        token = create_token(work, "display", "display-east")
    auth = {"token": token, "hall": "east"}
    screen = application.socketio.test_client(application.app, namespace="/display", auth=auth)
    open_troubles = []
    for heard in (False, True):
        screen.emit("sound", {"heard": heard}, namespace="/display")
        screen.emit("sound", "hostile", namespace="/display")
        application._hear_displays()
        application.duties.listen()
        faults = web.shown()["staff/tasks"]["faults"]
        open_troubles.append([(fault["device"], fault["code"]) for fault in faults])
    assert open_troubles == [[("display-east", "sound")], []]
    screen.disconnect(namespace="/display")


def test_the_application_has_the_voice_of_its_data_folder(application: Application) -> None:
    voice = application.state.voice
    assert isinstance(voice, Voice)
    assert voice.clips.folder == application.state.settings.data / "voice"
