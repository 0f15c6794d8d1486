"""What the environment may say of messages: a template with a place for the number, from a file, never told again."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.core.settings import SettingError, read_settings


def test_without_a_message_service_there_is_none(tmp_path: Path) -> None:
    assert read_settings({"HOUZHEN_DATA": str(tmp_path)}).notify_url is None


def test_the_service_s_address_may_stand_in_a_file_r70(tmp_path: Path) -> None:
    file = tmp_path / "notify"
    file.write_text("json://sms.example/{phone}\n", encoding="utf-8")
    read = read_settings({"HOUZHEN_DATA": str(tmp_path), "HOUZHEN_NOTIFY_URL_FILE": str(file)})
    assert read.notify_url == "json://sms.example/{phone}"


@pytest.mark.parametrize("value", ["json://user:geheim@sms.example/", "sms.example/{phone}?password=geheim"])
def test_an_address_that_cannot_be_used_is_refused_without_its_password(tmp_path: Path, value: str) -> None:
    with pytest.raises(SettingError, match="HOUZHEN_NOTIFY_URL") as raised:
        read_settings({"HOUZHEN_DATA": str(tmp_path), "HOUZHEN_NOTIFY_URL": value})
    assert "geheim" not in str(raised.value)
