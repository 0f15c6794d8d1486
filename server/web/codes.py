"""QR codes as pictures for a page."""

from __future__ import annotations

import io

import qrcode
import qrcode.image.svg
from flask import Response


def qr_picture(address: str) -> Response:
    """The code that leads to an address; no cache keeps it, because addresses of patients' pages are secret."""
    code = qrcode.QRCode(border=0, error_correction=qrcode.constants.ERROR_CORRECT_M)
    code.add_data(address)
    picture = io.BytesIO()
    code.make_image(image_factory=qrcode.image.svg.SvgPathImage).save(picture)
    return Response(picture.getvalue(), mimetype="image/svg+xml", headers={"Cache-Control": "no-store"})
