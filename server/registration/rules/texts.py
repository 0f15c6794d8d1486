"""Free text of complaints and notes: kept as the person wrote it, without what could steer a machine."""

from __future__ import annotations

import unicodedata

from server.registration.rules import Unfit

LONGEST_COMPLAINT = 500
LONGEST_NOTE = 200


def clean_text(text: str | None, limit: int) -> str | None:
    """The text with control and direction characters taken out and blanks made single; None where empty.

    Nothing else is changed: `<b>` or `=1+1` is what someone wrote, and each face shows it as plain text.
    Raises Unfit `too_long` with `limit`.
    """
    if text is None:
        return None
    kept = "".join(
        " " if sign in "\t\r\n\v\f" else sign
        for sign in unicodedata.normalize("NFC", text)
        if sign in "\t\r\n\v\f" or unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Co", "Cn")
    )
    kept = " ".join(kept.split())
    if len(kept) > limit:
        raise Unfit("too_long", limit=limit)
    return kept or None
