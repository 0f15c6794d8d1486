#!/bin/sh
# Show one page of Houzhen full screen, for a kiosk or a TV:  deploy/screen.sh http://server:8000/display/east
# The profile is kept, because the screen's token lives in it; sound needs no touch.
set -eu
[ $# -eq 1 ] || { echo "usage: deploy/screen.sh ADDRESS" >&2; exit 2; }
browser=$(command -v chromium || command -v chromium-browser) || {
    echo "Chromium is missing. On Debian or Ubuntu:  sudo apt-get install chromium" >&2
    exit 1
}
exec "$browser" --kiosk --no-first-run --noerrdialogs --disable-translate --disable-pinch \
    --overscroll-history-navigation=0 --autoplay-policy=no-user-gesture-required \
    --user-data-dir="${XDG_DATA_HOME:-$HOME/.local/share}/houzhen-screen" "$1"
